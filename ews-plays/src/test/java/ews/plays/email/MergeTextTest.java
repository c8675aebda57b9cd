package ews.plays.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergeTextTest {

    private static final Map<String, String> KNOWN = Map.of("contact.name", "Ann", "account.name", "A$1 \\ Co");

    private static String merged(String text) {
        return MergeText.merge(text, key -> Optional.ofNullable(KNOWN.get(key)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    Hi {{contact.name}}!;                   Hi Ann!
                    Hi {{ contact.name | there }}!;         Hi Ann!
                    Hi {{contact.role|there}}!;             Hi there!
                    Hi {{contact.role|you, over there}}!;   Hi you, over there!
                    Hi {{contact.role|}}!;                  Hi !
                    Hi {{contact.role}}!;                   Hi {{contact.role}}!
                    At {{account.name}};                    At A$1 \\ Co
                    {a} {{b {c}} | }};                      {a} {{b {c}} | }}
                    """)
    void fieldsStandForValuesElseForTheirFallbackElseForThemselves(String text, String expected) {
        assertThat(merged(text)).isEqualTo(expected);
    }

    @Test
    void everyUnknownFieldIsNamedOnce() {
        assertThat(MergeText.problems(
                        "{{contact.nmae}} {{contact.name}} {{contact.nmae|x}} {{plan}}", KNOWN::containsKey))
                .containsExactly("There is no merge field \"contact.nmae\".", "There is no merge field \"plan\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hi {{contact.name", "Hi {{contact.name}!", "{{contact.name\n}}", "{{contact.{name}}}"})
    void aFieldThatIsNotClosedIsShown(String text) {
        assertThat(MergeText.problems(text, KNOWN::containsKey))
                .singleElement()
                .asString()
                .startsWith("A merge field is not closed")
                .contains("at \"{{contact.");
    }

    @Test
    void whatIsLeftIsListed() {
        assertThat(MergeText.left(merged("{{contact.name}} {{contact.role}} {{contact.role}}")))
                .containsExactly("{{contact.role}}");
    }
}
