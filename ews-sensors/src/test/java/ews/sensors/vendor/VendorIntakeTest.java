package ews.sensors.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.audit.Actor;
import ews.sensors.intake.Batch;
import ews.sensors.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds for all vendors. */
class VendorIntakeTest extends VendorTest {

    @Autowired
    private VendorIntake intake;

    VendorIntakeTest() {
        super(Vendor.STRIPE, "whsec_any");
    }

    private VendorWebhook connected(Vendor vendor) {
        Source source = webhooks.create("My " + vendor.title(), vendor, Actor.SYSTEM);
        if (vendor.secret() == Vendor.Secret.THEIRS) {
            webhooks.setSecret(source.id(), "theirs", Actor.SYSTEM);
        }
        return webhooks.of(source.id()).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void eachOfThemCanBeTriedOutAndStoresNothing(Vendor vendor) {
        Batch read = intake.tryOut(connected(vendor));

        assertThat(read.rejections()).isEmpty();
        assertThat(read.ignored()).isEmpty();
        assertThat(read.people().unplaced()).isNotEmpty();
        assertThat(texts("select (select count(*) from event) + (select count(*) from unplaced_event)"))
                .containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource({
        "ZENDESK, zendesk/trigger, Acme Ltd",
        "INTERCOM, intercom/conversation_created, Carla Cole",
        "INTERCOM, intercom/ticket_state_updated, Acme Ltd",
        "FRESHDESK, freshdesk/automation, Acme Ltd",
        "JIRA, jira/issue_updated, Acme Ltd",
        "DELIGHTED, delighted/response_created, Carla Cole",
        "TYPEFORM, typeform/response, carla@acme.example"
    })
    void whatWasSentNamesTheCustomerForPeople(Vendor vendor, String file, String customer) {
        assertThat(intake.customer(vendor, said(file))).isEqualTo(customer);
    }

    @Test
    void whatNamesNobodyNamesNobodyForPeopleEither() {
        assertThat(intake.customer(Vendor.ZENDESK, said("zendesk/ticket_created")))
                .isNull();
    }

    @Test
    void withoutTheSecretThatTheVendorMadeNothingCanBeTriedOut() {
        Source source = webhooks.create("My Zendesk", Vendor.ZENDESK, Actor.SYSTEM);

        assertThatThrownBy(() -> intake.tryOut(webhooks.of(source.id()).orElseThrow()))
                .isInstanceOf(Forged.class)
                .hasMessageContaining("secret of Zendesk");
    }

    @Test
    void theTemplatesAreThoseOfTheDocumentation() throws IOException {
        String documentation = Files.readString(Path.of("../docs/vendors.md"));

        assertThat(intake.template(Vendor.STRIPE)).isNull();
        assertThat(documentation).contains(intake.template(Vendor.ZENDESK), intake.template(Vendor.FRESHDESK));
    }

    @Test
    void aDeliveryThatCannotBeStoredAsItIsIsKeptAllTheSame() {
        Hook unsigned = new Hook(hook.port(), connected(Vendor.DELIGHTED).address());
        String longId = "{\"event_type\":\"survey_response.created\",\"event_id\":\"%s\"}".formatted("x".repeat(300));

        assertThat(unsigned.post("no json \0", Map.of()).status()).isEqualTo(200);
        assertThat(unsigned.post(longId, Map.of()).status()).isEqualTo(200);

        assertThat(texts("select code from reject order by id")).containsExactly("malformed", "id_too_long");
    }
}
