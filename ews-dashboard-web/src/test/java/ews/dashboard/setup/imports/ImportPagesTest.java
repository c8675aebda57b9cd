package ews.dashboard.setup.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.domain.audit.Actor;
import ews.sensors.csv.CsvImporting;
import ews.sensors.csv.CsvKind;
import ews.sensors.csv.CsvRuns;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages on which files are imported. */
class ImportPagesTest extends FormTest {

    @Autowired
    private CsvImporting importing;

    @Autowired
    private CsvRuns runs;

    @Test
    void aFileIsMappedLookedAtAndImported() throws IOException {
        String page = upload(CsvKind.CONTRACTS, "who;ARR;until\nacme;12.000,50;31.01.2027\n;5;31.01.2027\n");

        assertThat(html(get(page)))
                .contains("3 columns between semicolons, UTF-8", "acme", "No column is mapped to Account")
                .doesNotContain("Import the file");
        String looked = follow(post(page + "/mapping", mapping("account", "value", "renewalDate")));
        assertThat(looked).contains("0 of its 2 rows", "Line 2: value needs a currency", "Line 3: account is required");

        follow(post(page + "/run", mapping("account", "value", "renewalDate", "currency", "eur")));
        assertThat(html(get(page))).contains("Running", "every 1s");
        runs.work();

        assertThat(html(get(page))).contains("Done", "Download rejected rows").doesNotContain("every 1s");
        assertThat(html(get(page + "/rejects")))
                .contains("who;ARR;until;Why it was rejected", ";5;31.01.2027;Line 3: account is required");
        assertThat(html(get("/setup/imports"))).contains("a.csv", "Done");
        assertThat(all("select annual_value || ' ' || currency from account")).containsExactly("12000.50 EUR");
    }

    @Test
    void whatIsChosenWronglyIsSaidAndKept() throws IOException {
        String page = upload(CsvKind.CONTRACTS, "account,seats,other\nacme,5,6\n");

        String answer = follow(post(page + "/run", mapping("account", "seats", "seats")));

        assertThat(answer)
                .contains("“seats” and “other” are both mapped to “Seats”: leave one of them out.")
                .contains("<option value=\"seats\" selected=\"selected\">Seats</option>");
        assertThat(all("select state from csv_import")).containsExactly("uploaded");
    }

    @Test
    void anImportIsUndoneAndRemoved() throws IOException {
        String page = upload(CsvKind.ACCOUNTS, "account\nacme\n");
        follow(post(page + "/run", mapping("account")));
        runs.work();
        assertThat(follow(post(page + "/removal"))).contains("Undo it first");

        follow(post(page + "/undo"));
        assertThat(html(get(page))).contains("Undoing");
        runs.work();

        assertThat(html(get(page)))
                .contains("It was taken back from 1 account. 1 of which nothing else was known was removed.");
        assertThat(all("select key from account")).isEmpty();
        assertThat(follow(post(page + "/removal"))).contains("It was removed.", "No import yet");
        assertThat(audited())
                .containsSubsequence("import.uploaded", "import.started", "import.undone", "import.removed");
    }

    @Test
    void anImportIsStoppedAndGoesOn() throws IOException {
        String page = upload(CsvKind.ACCOUNTS, "account\nacme\n");
        follow(post(page + "/run", mapping("account")));

        assertThat(follow(post(page + "/stop"))).contains("What came in stays.", "Stopped", "Go on");
        assertThat(follow(post(page + "/stop"))).contains("It does not run any more.");
        follow(post(page + "/continuation"));
        runs.work();

        assertThat(html(get(page))).contains("Done");
    }

    @Test
    void historyRaisesNoAlertsIfSomebodySaysSo() throws IOException {
        String page = upload(CsvKind.EVENTS, "account,time,event\nacme,2026-01-05,report\n");
        assertThat(html(get(page))).containsPattern("name=\"calm\" value=\"true\" checked");

        follow(post(page + "/run", mapping("account", "time", "name", "type", "usage", "calm", "true")));

        assertThat(all("select name from source where calm_until > now()")).containsExactly("CSV files: events");
    }

    @Test
    void filesAreNoSourceThatSomebodyHasAKeyTo() throws IOException {
        upload(CsvKind.ACCOUNTS, "account\nacme\n");

        assertThat(html(get("/setup/sources"))).contains("CSV files: accounts").doesNotContain("key ends with");
        int source = Integer.parseInt(all("select id::text from source").getFirst());
        assertThat(follow(get("/setup/sources/" + source))).contains("a.csv");
    }

    @Test
    void anErasedPersonIsInNoFileAnyMore() throws IOException {
        String page = upload(CsvKind.USERS, "account,user,name\nacme,ann@example.com,Ann Lee\n");
        follow(post(page + "/run", mapping("account", "user", "attributes.name")));
        runs.work();
        String user = all("select account_id || '-' || id from account_user").getFirst();

        follow(post("/setup/people/erasure", "q", "ann@example.com", "user", user, "confirm", "erase"));

        assertThat(all("select import_id::text from csv_part")).isEmpty();
        assertThat(html(get(page))).contains("Done");
    }

    private String upload(CsvKind kind, String text) throws IOException {
        var file = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return "/setup/imports/"
                + importing.receive(kind, "a.csv", file, Actor.of(admin)).id();
    }

    /** @param columns what they become; behind {@code type}, {@code currency} or {@code calm} stands what that is */
    private static String[] mapping(String... columns) {
        var fields = new ArrayList<String>();
        boolean named = false;
        for (int i = 0; i < columns.length; i++) {
            named |= i > 0 && List.of("type", "currency", "calm").contains(columns[i]);
            if (named) {
                fields.add(columns[i]);
            } else {
                fields.addAll(List.of("columns", columns[i]));
            }
        }
        return fields.toArray(String[]::new);
    }

    private List<String> all(String sql) {
        return jdbc.sql(sql).query((row, _) -> row.getString(1)).list();
    }
}
