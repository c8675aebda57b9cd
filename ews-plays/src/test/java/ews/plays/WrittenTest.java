package ews.plays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n\t "})
    void requiredTextThatIsMissingIsNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Written.required("note", text, 10))
                .withMessage("The note is missing: please write it.");
    }

    @Test
    void textIsTrimmedAndKeepsItsLines() {
        assertThat(Written.required("note", "  first\r\n\tsecond ", 100)).isEqualTo("first\r\n\tsecond");
    }

    @Test
    void textThatIsTooLongSaysByHowMuch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Written.required("title", "x".repeat(1_001), 1_000))
                .withMessage("The title is too long: it has 1,001 characters, and 1,000 are possible.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u001bb"})
    void controlCharactersAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Written.optional("reason", text, 10))
                .withMessage("The reason has control characters: please remove them.");
    }
}
