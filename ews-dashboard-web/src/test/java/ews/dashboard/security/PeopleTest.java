package ews.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", " ada@example.com ", "ada+ews@mail.example.com", "ada@intranet"})
    void takesAddressesThatMailCouldGoTo(String email) {
        assertThat(People.problemWithEmail(email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "@example.com", "ada@", "a da@example.com", "ada@one@two.com", "ada@a\nb.com"})
    void saysWhatAnAddressLooksLike(String email) {
        assertThat(People.problemWithEmail(email))
                .hasValueSatisfying(it -> assertThat(it).contains("for example ada@example.com"));
    }

    @Test
    void takesNamesOfUpTo200Characters() {
        assertThat(People.problemWithName("Nguyễn Thị Minh Khai")).isEmpty();
        assertThat(People.problemWithName("x".repeat(200))).isEmpty();
        assertThat(People.problemWithName("x".repeat(201))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Ada\nMoreno", "Ada\0"})
    void takesNoEmptyOrBrokenNames(String name) {
        assertThat(People.problemWithName(name)).isPresent();
    }
}
