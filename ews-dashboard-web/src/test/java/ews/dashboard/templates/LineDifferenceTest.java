package ews.dashboard.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDifferenceTest {

    private static String told(String before, String after) {
        return LineDifference.between(before, after).stream()
                .map(it -> (it.added() ? "+" : "-") + it.text())
                .collect(Collectors.joining(" "));
    }

    @Test
    void tellsWhatCameAndWhatWentFromTopToBottom() {
        assertThat(told("a\nb\nc\nd", "a\nx\nc\nd\ne")).isEqualTo("-b +x +e");
        assertThat(told("a\nb", "b\na")).isEqualTo("-a +a");
        assertThat(told("a", "a")).isEmpty();
    }

    @Test
    void aLineThatIsThereTwiceIsToldOnce() {
        assertThat(told("a\na", "a\na\na")).isEqualTo("+a");
        assertThat(told("a\na\na", "a")).isEqualTo("-a -a");
    }

    @Test
    void emptyLinesAreNotTold() {
        assertThat(told("a\nb", "a\n\nb")).isEmpty();
    }

    @Test
    void longTextsAreNotComparedLineByLine() {
        String before = IntStream.range(0, 2_000).mapToObj(it -> "old " + it).collect(Collectors.joining("\n"));
        String after = IntStream.range(0, 2_000).mapToObj(it -> "new " + it).collect(Collectors.joining("\n"));

        assertThat(LineDifference.between("same\n" + before, "same\n" + after))
                .hasSize(4_000)
                .startsWith(new LineDifference(false, "old 0"))
                .endsWith(new LineDifference(true, "new 1999"));
    }
}
