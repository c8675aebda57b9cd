package ews.sensors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.audit.Actor;
import ews.sensors.csv.CsvImport.Progress;
import ews.sensors.csv.CsvImport.State;
import ews.sensors.csv.CsvMapping.Dates;
import ews.sensors.csv.CsvMapping.Decimals;
import ews.sensors.dialect.NativeDialect;
import ews.sensors.intake.EventIntake;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of files that people upload. */
@SpringBootTest
class CsvImportsTest {

    private static final String DAY = LocalDate.now(ZoneOffset.UTC).minusDays(5).toString();

    @Autowired
    private CsvImporting importing;

    @Autowired
    private CsvImports imports;

    @Autowired
    private CsvRuns runs;

    @Autowired
    private CsvPreviews previews;

    @Autowired
    private RejectedRows rejectedRows;

    @Autowired
    private CsvFiles files;

    @Autowired
    private Sources sources;

    @Autowired
    private EventIntake intake;

    @Autowired
    private NativeDialect dialect;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startOver() {
        TestDatabase.clear();
    }

    @Test
    void accountsWithWhateverIsKnownOfThem() throws IOException {
        CsvImport it = run(upload(CsvKind.ACCOUNTS, """
                Account ID,Account Name,Plan,Region
                acme,Acme,gold,"Europe, west"
                globex,"Globex ""Corp""\",silver,
                """));

        assertThat(it.state()).isEqualTo(State.DONE);
        assertThat(it.progress()).isEqualTo(new Progress(2, it.bytes(), 2, 0, 0));
        assertThat(all("select key || ' ' || name || ' ' || plan from account order by key"))
                .containsExactly("acme Acme gold", "globex Globex \"Corp\" silver");
        assertThat(all("select value from attribute_change where name = 'Region'"))
                .containsExactly("Europe, west");
    }

    @Test
    void usersContractsAndEvents() throws IOException {
        run(upload(CsvKind.USERS, "Account;User;Name\nacme;u1;Ann Müller\n"));
        run(upload(CsvKind.CONTRACTS, """
                customer;status;plan;seats;ARR;currency;renewal
                acme;Active;gold;50;12.000,50;EUR;31.01.2027
                """));
        run(upload(CsvKind.EVENTS, """
                account,time,user,event,count
                acme,%1$s 10:00,u1,report,3
                acme,%1$sT11:00:00Z,u1,login,
                """.formatted(DAY)));

        assertThat(all("select key || ' ' || (attributes ->> 'name') from account_user"))
                .containsExactly("u1 Ann Müller");
        assertThat(
                        all(
                                "select status || ' ' || seats || ' ' || annual_value || ' ' || currency || ' ' || renewal_on from account"))
                .containsExactly("active 50 12000.50 EUR 2027-01-31");
        assertThat(all("select f.name from account_feature join feature f on f.id = feature_id order by 1"))
                .containsExactly("login", "report");
    }

    @Test
    void eventsOfAllTypesByAColumnThatSaysWhich() throws IOException {
        CsvImport it = run(upload(CsvKind.EVENTS, """
                type,account,time,ticket,status,priority,invoice,amount,currency,kind,score
                support,acme,%1$s,T1,Open,High,,,,,
                invoice,acme,%1$s,,Overdue,,I1,1200,USD,,
                feedback,acme,%1$s,,,,,,,nps,9
                """.formatted(DAY)));

        assertThat(it.progress().accepted()).isEqualTo(3);
        assertThat(all("select status || ' ' || priority from ticket_change")).containsExactly("open high");
        assertThat(all("select status || ' ' || amount from invoice_change")).containsExactly("overdue 1200.00");
        assertThat(all("select kind || ' ' || score from feedback")).containsExactly("nps 9");
    }

    @Test
    void theSameRowsInAnotherFileAddNothing() throws IOException {
        String day = "account,time,user,event\nacme,%1$s,u1,report\n".formatted(DAY);
        run(upload(CsvKind.EVENTS, day));

        CsvImport again = run(upload(CsvKind.EVENTS, day + "acme,%s,u2,report\n".formatted(DAY)));

        assertThat(again.progress().accepted()).isEqualTo(1);
        assertThat(again.progress().duplicates()).isEqualTo(1);
        assertThat(all("select count(*)::text from event")).containsExactly("2");
    }

    @Test
    void badRowsSayWhyAndTakeNoOtherWithThem() throws IOException {
        CsvImport uploaded = upload(CsvKind.CONTRACTS, """
                account,seats,renewal date,currency,value
                acme,many,2027-01-31,,
                ,5,2027-01-31,,
                globex,5,2027-02-30,USD,10
                initech,5,2027-01-31,USD,10
                hooli,5,2027-01-31,,10
                umbrella,5,2027-01-31,USD,10,too much
                """);

        CsvPreviews.Preview preview = previews.of(uploaded, uploaded.mapping());
        CsvImport it = run(uploaded);

        assertThat(preview.good()).isEqualTo(1);
        assertThat(preview.bad())
                .extracting(CsvPreviews.Bad::why)
                .satisfiesExactly(
                        why -> assertThat(why)
                                .isEqualTo("Line 2: “seats” must be a number such as 1,234.56; got \"many\""),
                        why -> assertThat(why).isEqualTo("Line 3: account is required"),
                        why -> assertThat(why).startsWith("Line 4: “renewal date” must be a date"),
                        why -> assertThat(why).startsWith("Line 6: value needs a currency"),
                        why -> assertThat(why).startsWith("Line 7: the row has 6 cells, the header 5"));
        assertThat(it.progress()).isEqualTo(new Progress(6, it.bytes(), 1, 0, 5));
        assertThat(all("select key from account")).containsExactly("initech");
    }

    @Test
    void rejectedRowsAreDownloadedMendedAndImported() throws IOException {
        CsvImport it = run(upload(CsvKind.EVENTS, """
                account,time,event,count
                acme,%1$s,report,1
                =acme,%1$s,"report, ""old""\",two
                """.formatted(DAY)));

        String file = rejected(it);
        assertThat(file).isEqualTo("""
                        \uFEFFaccount,time,event,count,Why it was rejected\r
                        '=acme,%s,"report, ""old""\",two,"Line 3: “count” must be a number such as 1,234.56; got ""two""\"\r
                        """.formatted(DAY));

        CsvImport mended = run(upload(CsvKind.EVENTS, file.replace("two,", "2,")));

        assertThat(mended.progress()).isEqualTo(new Progress(1, mended.bytes(), 1, 0, 0));
        assertThat(all("select key from account order by key")).containsExactly("=acme", "acme");
        assertThat(all("select name from feature where name like 'report,%'")).containsExactly("report, \"old\"");
    }

    @Test
    void anImportGoesOnWhereItWasInterrupted() throws IOException {
        var text = new StringBuilder("account,time,event,id\n");
        for (int i = 0; i < 5_000; i++) {
            text.append("a%d,%s,%s,e%d%n".formatted(i % 7, DAY, i == 4_500 ? " " : "report", i));
        }
        CsvImport it = upload(CsvKind.EVENTS, text.toString());
        importing.start(it.id(), it.mapping(), Actor.SYSTEM);
        // A first batch came in, and the second as well, but nobody saved that it had.
        runs.work();
        jdbc.sql("update csv_import set state = 'running', rows = 2000, accepted = 2000, rejected = 0")
                .update();

        runs.work();

        CsvImport done = now(it);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.progress()).isEqualTo(new Progress(5_000, it.bytes(), 4_999, 0, 1));
        assertThat(all("select count(*)::text from event")).containsExactly("4999");
        assertThat(all("select place::text from reject")).containsExactly("4502");
    }

    @Test
    void aStoppedImportGoesOnWhenItIsTold() throws IOException {
        CsvImport it = upload(CsvKind.ACCOUNTS, "account\nacme\n");
        importing.start(it.id(), it.mapping(), Actor.SYSTEM);
        importing.stop(it.id(), Actor.SYSTEM);
        runs.work();
        assertThat(all("select key from account")).isEmpty();

        importing.goOn(it.id(), Actor.SYSTEM);
        runs.work();

        assertThat(all("select key from account")).containsExactly("acme");
    }

    @Test
    void nobodyIsScoredOnHalfOfAFile() throws IOException {
        Source files = sources.withoutKey("Files", Actor.SYSTEM);
        byte[] half = "{\"events\": [{\"type\":\"account\",\"id\":\"e1\",\"account\":\"acme\"}]}"
                .getBytes(StandardCharsets.UTF_8);
        intake.accept(dialect.read(files, half, Instant.now()));
        assertThat(all("select account_id::text from dirty_account")).isEmpty();

        run(upload(CsvKind.ACCOUNTS, "account\nglobex\n"));

        assertThat(all("select a.key from dirty_account d join account a on a.id = d.account_id order by a.key"))
                .containsExactly("acme", "globex");
    }

    @Test
    void anUndoneImportLeavesWhatWasThereBefore() throws IOException {
        String day = DAY + "T08:00:00Z";
        send("""
                {"type":"usage","id":"e1","time":"%1$s","account":"acme","user":"u1","name":"report"},
                {"type":"account","id":"e2","time":"%1$s","account":"acme","attributes":{"name":"Acme","plan":"gold"}},
                {"type":"user","id":"e3","time":"%1$s","account":"acme","user":"u1","attributes":{"name":"Ann"}},
                {"type":"subscription","id":"e4","time":"%1$s","account":"acme","status":"active","seats":7}
                """.formatted(day));
        String before = everything();

        List<CsvImport> all = List.of(
                run(upload(CsvKind.ACCOUNTS, "account,name,plan\nacme,Acme Inc.,silver\nglobex,Globex,gold\n")),
                run(upload(CsvKind.USERS, "account,user,name\nacme,u1,Ann Lee\nacme,u2,Bob\n")),
                run(upload(CsvKind.CONTRACTS, "account,seats,plan\nacme,9,silver\n")),
                run(upload(
                        CsvKind.EVENTS,
                        "account,time,user,event,count\nacme,%1$s,u1,report,4\nacme,%1$s,u3,export,1\nglobex,2026-01-05,u1,x,y\n"
                                .formatted(DAY))));
        assertThat(everything()).isNotEqualTo(before);
        for (CsvImport it : all) {
            importing.undo(it.id(), Actor.SYSTEM);
        }
        runs.work();

        assertThat(everything()).isEqualTo(before);
        assertThat(all("select key from account")).containsExactly("acme");
        assertThat(now(all.getFirst()).state()).isEqualTo(State.UNDONE);
        assertThat(now(all.getFirst()).undo().removed()).isEqualTo(1);
        assertThat(all("select settled_as from reject")).containsExactly("dismissed");
    }

    @Test
    void undoingOneImportLeavesTheOthers() throws IOException {
        CsvImport first = run(upload(CsvKind.EVENTS, "account,time,event\nacme,%s,report\n".formatted(DAY)));
        CsvImport second = run(upload(CsvKind.EVENTS, "account,time,event\nacme,%s,export\n".formatted(DAY)));

        importing.undo(first.id(), Actor.SYSTEM);
        runs.work();

        assertThat(all("select f.name from account_feature join feature f on f.id = feature_id"))
                .containsExactly("export");
        assertThat(now(second).state()).isEqualTo(State.DONE);
    }

    @Test
    void anAccountOnWhichSomebodyWorkedStaysWhenItsImportIsUndone() throws IOException {
        CsvImport it = run(upload(CsvKind.ACCOUNTS, "account\nacme\nglobex\n"));
        jdbc.sql("""
                        insert into touchpoint (account_id, kind, occurred_at, author, note)
                        select id, 'note', now(), 'Cara', 'They will grow.' from account where key = 'acme'
                        """).update();

        importing.undo(it.id(), Actor.SYSTEM);
        runs.work();

        assertThat(all("select key from account")).containsExactly("acme");
        assertThat(now(it).undo().removed()).isEqualTo(1);
        assertThat(now(it).undo().kept()).isEqualTo(1);
    }

    @Test
    void aUndoneFileCanBeImportedAgain() throws IOException {
        String file = "account,time,event\nacme,%s,report\n".formatted(DAY);
        CsvImport it = run(upload(CsvKind.EVENTS, file));
        importing.undo(it.id(), Actor.SYSTEM);
        runs.work();

        assertThat(run(upload(CsvKind.EVENTS, file)).progress().accepted()).isEqualTo(1);
    }

    @Test
    void aFileWithTheSameHeaderIsMappedAsTheLastOne() throws IOException {
        CsvImport first = upload(CsvKind.CONTRACTS, "who,until\nacme,01/02/2027\n");
        assertThatThrownBy(() -> importing.start(first.id(), first.mapping(), Actor.SYSTEM))
                .hasMessage("No column is mapped to Account (its key): choose the one that says it.");
        var chosen = new CsvMapping(List.of("account", "renewalDate"), Dates.MONTH_FIRST, Decimals.POINT, null, null);
        importing.start(first.id(), chosen, Actor.SYSTEM);

        CsvImport second = upload(CsvKind.CONTRACTS, "who,until\nglobex,01/03/2027\n");

        assertThat(second.mapping()).isEqualTo(chosen);
    }

    @Test
    void oldExportsFromWindowsKeepTheirUmlauts() throws IOException {
        CsvImport it = upload(CsvKind.ACCOUNTS, "account;name\nacme;Müller & Söhne\n", Charset.forName("windows-1252"));

        assertThat(it.format()).isEqualTo(new CsvFormat("windows-1252", ';', List.of("account", "name")));
        run(it);
        assertThat(all("select name from account")).containsExactly("Müller & Söhne");
    }

    @Test
    void aQuoteThatNobodyClosedStopsTheImportAfterWhatCouldBeRead() throws IOException {
        CsvImport it = run(upload(CsvKind.ACCOUNTS, "account,name\nacme,Acme\nglobex,\"Globex\ninitech,Initech\n"));

        assertThat(it.state()).isEqualTo(State.STOPPED);
        assertThat(it.problem()).contains("after line 2", "never closed");
        assertThat(all("select key from account")).containsExactly("acme");
    }

    @Test
    void whatIsNoCsvSaysWhatToDo() {
        assertThatThrownBy(() -> upload(CsvKind.ACCOUNTS, "")).hasMessageContaining("empty");
        assertThatThrownBy(() -> upload(CsvKind.ACCOUNTS, "account,name\n")).hasMessageContaining("no row below");
        assertThatThrownBy(() -> upload(CsvKind.ACCOUNTS, "PK\u0003\u0004rest")).hasMessageContaining("CSV UTF-8");
        assertThatThrownBy(() -> upload(CsvKind.ACCOUNTS, "account\nacme\n", StandardCharsets.UTF_16))
                .hasMessageContaining("UTF-16");
        assertThat(imports.latest(10)).isEmpty();
        assertThat(all("select name from source"))
                .as("however often it was tried")
                .hasSize(1);
        assertThat(all("select import_id::text from csv_part")).isEmpty();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() {
        InputStream broken = new InputStream() {
            private int left = 3_000_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("The browser went away");
                }
                return 'x';
            }
        };

        assertThatThrownBy(() -> importing.receive(CsvKind.ACCOUNTS, "a.csv", broken, Actor.SYSTEM))
                .isInstanceOf(IOException.class);
        assertThat(all("select import_id::text from csv_part")).isEmpty();
        assertThat(all("select id::text from csv_import")).isEmpty();
    }

    @Test
    void filesAreForgottenAfterAMonth() throws IOException {
        CsvImport it = run(upload(CsvKind.ACCOUNTS, "account\nacme\n"));
        jdbc.sql(
                        "update csv_import set uploaded_at = now() - interval '31 days', finished_at = now() - interval '31 days'")
                .update();

        files.forgetWhatIsLongAgo();

        assertThat(now(it).hasFile()).isFalse();
        assertThat(all("select key from account")).containsExactly("acme");
    }

    private CsvImport upload(CsvKind kind, String text) throws IOException {
        return upload(kind, text, StandardCharsets.UTF_8);
    }

    private CsvImport upload(CsvKind kind, String text, Charset encoding) throws IOException {
        return importing.receive(
                kind, "C:\\files\\a.csv", new ByteArrayInputStream(text.getBytes(encoding)), Actor.SYSTEM);
    }

    private CsvImport run(CsvImport it) {
        importing.start(it.id(), it.mapping(), Actor.SYSTEM);
        runs.work();
        return now(it);
    }

    private CsvImport now(CsvImport it) {
        return imports.withId(it.id()).orElseThrow();
    }

    private String rejected(CsvImport it) throws IOException {
        var file = new ByteArrayOutputStream();
        rejectedRows.write(it, file);
        return file.toString(StandardCharsets.UTF_8);
    }

    private void send(String events) {
        Source product = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .source();
        byte[] body = ("{\"events\": [" + events + "]}").getBytes(StandardCharsets.UTF_8);
        intake.accept(dialect.read(product, body, Instant.now()));
    }

    private List<String> all(String sql) {
        return jdbc.sql(sql).query((row, _) -> row.getString(1)).list();
    }

    /** All facts and the log. */
    private String everything() {
        var everything = new ArrayList<String>();
        for (String table : List.of(
                "usage_block",
                "account_feature",
                "account_user",
                "ticket_change",
                "invoice_change",
                "subscription_change",
                "feedback",
                "outcome_progress",
                "attribute_change",
                "account_source",
                "account",
                "event")) {
            everything.addAll(all("select '%1$s ' || t::text from %1$s t order by 1".formatted(table)));
        }
        return String.join("\n", everything);
    }
}
