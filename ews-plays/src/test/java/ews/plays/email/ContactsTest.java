package ews.plays.email;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsTest extends AtAcme {

    @Test
    void peopleWithAnAddressAreContactsByName() {
        person("u-17", "{\"name\": \"Nobody's address\"}");
        person("zoe@acme.example", "{}");

        assertThat(contacts.of(account, 10))
                .extracting(Contact::label)
                .containsExactly("zoe@acme.example", "Ann Lee", "Bén");
        assertThat(contacts.count(account)).isEqualTo(3);
    }

    @Test
    void namesComeFromWhatSourcesSay() {
        assertThat(ann).extracting(Contact::firstName, Contact::role).containsExactly("Ann", "Buyer");
        assertThat(person("cleo", "{\"firstName\": \"Cleo\", \"lastName\": \"Day\", \"email\": \"c@acme.example\"}"))
                .extracting(Contact::name, Contact::firstName)
                .containsExactly("Cleo Day", "Cleo");
        assertThat(person("dr", "{\"name\": \"Dr. Dan Fox\", \"email\": \"d@acme.example\"}")
                        .firstName())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Win at https://evil.example", "www.evil.example", "a@evil.example"})
    void aNameThatIsALinkIsNoName(String name) {
        assertThat(person("x", "{\"name\": \"%s\", \"email\": \"x@acme.example\"}".formatted(name))
                        .name())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsubscribed", "do_not_email"})
    void whoDoesNotWantEmailsIsNotWrittenTo(String attribute) {
        Contact dan = person("dan", "{\"email\": \"dan@acme.example\", \"%s\": \"true\"}".formatted(attribute));

        assertThat(dan.isWritable()).isFalse();
        assertThat(dan.refusal()).isEqualTo("Does not want emails (%s).".formatted(attribute));
        assertThat(person("eve", "{\"email\": \"eve@acme.example\", \"%s\": \"false\"}".formatted(attribute))
                        .isWritable())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ann", "ann@", "a@b@c", "a b@acme.example", "a@acme.example, b@acme.example", "x@y\\r\\nBcc: z@q"
            })
    void anAddressThatIsNoneIsSaidToBe(String address) {
        assertThat(person("x", "{\"email\": \"%s\"}".formatted(address)).refusal())
                .isEqualTo("Has no valid address.");
    }

    @Test
    void contactsAreFoundByWhatIsKnownOfThemAndNotThoseOfOthers() {
        AccountId other = given.account("Bolt", csm);

        assertThat(contacts.named(account, " BUYER ", 10)).containsExactly(ann);
        assertThat(contacts.named(account, "%", 10)).isEmpty();
        assertThat(contacts.of(other, 10)).isEmpty();
        assertThat(contacts.withIds(other, List.of(ann.id()))).isEmpty();
    }
}
