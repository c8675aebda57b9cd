package ews.sensors.csv;

import static org.assertj.core.api.Assertions.assertThat;

import ews.sensors.csv.CsvMapping.Dates;
import ews.sensors.csv.CsvMapping.Decimals;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingGuessTest {

    @Test
    void accountsByTheNamesOfTheirColumns() {
        CsvMapping mapping = guess(
                CsvKind.ACCOUNTS,
                List.of("Account ID", "Account Name", "Success Manager", "Plan", "Region", "Nothing in it"),
                List.of("acme", "Acme", "carla@example.com", "gold", "EMEA", ""));

        assertThat(mapping.columns())
                .containsExactly("account", "attributes.name", "attributes.csm", "attributes.plan", "attributes.*", "");
    }

    @Test
    void contractsWithDatesAndNumbersAsTheyAreWritten() {
        CsvMapping mapping = guess(
                CsvKind.CONTRACTS,
                List.of("customer_id", "ARR", "Currency", "Renewal Date", "Notes"),
                List.of("acme", "12.000,50", "EUR", "31.01.2027", "ask Ann"));

        assertThat(mapping.columns()).containsExactly("account", "value", "currency", "renewalDate", "");
        assertThat(mapping.dates()).isEqualTo(Dates.DAY_FIRST);
        assertThat(mapping.decimals()).isEqualTo(Decimals.COMMA);
    }

    @Test
    void monthsFirstWhereNoOtherOrderMakesSense() {
        CsvMapping mapping = guess(
                CsvKind.EVENTS,
                List.of("Company", "Timestamp", "Event Name", "Email"),
                List.of("acme", "01/02/2026", "report", "ann@example.com"),
                List.of("acme", "01/22/2026", "report", "ann@example.com"));

        assertThat(mapping.columns()).containsExactly("account", "time", "name", "user");
        assertThat(mapping.dates()).isEqualTo(Dates.MONTH_FIRST);
        assertThat(mapping.type()).as("events that say nothing else").isEqualTo("usage");
    }

    @Test
    void usersByTheirAddressesWhereNothingElseTellsThemApart() {
        CsvMapping mapping = guess(
                CsvKind.USERS,
                List.of("Company", "Contact address", "Department"),
                List.of("acme", "ann@example.com", "IT"),
                List.of("acme", "bob@example.com", "IT"));

        assertThat(mapping.columns()).containsExactly("account", "user", "attributes.*");
    }

    @Test
    void aMeaningGoesToOneColumnOnly() {
        CsvMapping mapping =
                guess(CsvKind.ACCOUNTS, List.of("Id", "Account", "Customer"), List.of("17", "acme", "Acme Inc."));

        assertThat(mapping.columns()).containsExactly("attributes.*", "account", "attributes.name");
    }

    @Test
    void theIdIsTheKeyAndTheCompanyTheNameWhereAFileHasBoth() {
        CsvMapping mapping = guess(CsvKind.ACCOUNTS, List.of("Company", "Customer ID"), List.of("Acme Inc.", "17"));

        assertThat(mapping.columns()).containsExactly("attributes.name", "account");
    }

    @Test
    void theReasonOfRejectsIsNothingToKeep() {
        CsvMapping mapping =
                guess(CsvKind.ACCOUNTS, List.of("Account", RejectedRows.WHY), List.of("acme", "Line 7: no"));

        assertThat(mapping.columns()).containsExactly("account", "");
    }

    @SafeVarargs
    private static CsvMapping guess(CsvKind kind, List<String> header, List<String>... rows) {
        return new MappingGuess(
                        kind,
                        header,
                        List.of(rows).stream().map(it -> new CsvRow(2, it)).toList())
                .guess();
    }
}
