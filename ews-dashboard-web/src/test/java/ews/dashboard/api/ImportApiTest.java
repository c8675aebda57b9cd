package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import ews.sensors.source.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that a system hands over every night. */
class ImportApiTest extends ApiTest {

    @Test
    void aFileIsHandedOverMappedAndRun() {
        Answer received = upload("/v1/imports?kind=contracts&file=night.csv", "who;ARR\nacme;12.000,50\nglobex;many\n");

        assertThat(received.status()).isEqualTo(202);
        assertThat(received.body().path("state").asString()).isEqualTo("uploaded");
        assertThat(received.body().path("mapping").path("columns").toString()).isEqualTo("[\"\",\"value\"]");
        String address = received.response().headers().firstValue("Location").orElseThrow();
        assertThat(ask("POST", address + "/run", Scope.WRITE, "").detail())
                .startsWith("No column is mapped to Account");

        Answer running = ask(
                "POST",
                address + "/run",
                Scope.WRITE,
                "{\"columns\": [\"account\", \"value\"], \"currency\": \"EUR\"}",
                "Content-Type",
                "application/json");
        assertThat(running.status()).isEqualTo(202);
        await(address, "done");

        Answer done = get(address);
        assertThat(done.body().path("percent").asInt()).isEqualTo(100);
        assertThat(done.body().path("accepted").asInt()).isEqualTo(1);
        assertThat(done.body().path("rejected").asInt()).isEqualTo(1);
        assertThat(get("/v1/imports").each("file")).containsExactly("night.csv");
        assertThat(all("select annual_value || ' ' || currency from account")).containsExactly("12000.50 EUR");
    }

    @Test
    void theNextFileOfTheSameHeaderRunsAtOnce() {
        String first = upload("/v1/imports?kind=accounts&run=true", "account,name\nacme,Acme\n")
                .response()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        await(first, "done");

        assertThat(all("select name from account")).containsExactly("Acme");
        assertThat(ask("DELETE", first, Scope.WRITE, "").status()).isEqualTo(403);
        assertThat(ask("DELETE", first, Scope.CONFIGURE, "").status()).isEqualTo(202);
        await(first, "undone");
        assertThat(all("select name from account")).isEmpty();
        assertThat(ask("DELETE", first, Scope.CONFIGURE, "").status()).isEqualTo(204);
        assertThat(get(first).status()).isEqualTo(404);
    }

    @Test
    void whatCannotBeReadSaysWhatToDo() {
        assertThat(upload("/v1/imports", "account\nacme\n").detail()).startsWith("kind: is missing");
        assertThat(upload("/v1/imports?kind=leads", "account\nacme\n").detail()).contains("got \"leads\"");
        assertThat(upload("/v1/imports?kind=accounts", "").detail()).contains("empty");
        assertThat(upload("/v1/imports?kind=contracts&run=true", "who\nacme\n").detail())
                .startsWith("No column is mapped");
        String address = upload("/v1/imports?kind=accounts", "account\nacme\n")
                .response()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(ask("POST", address + "/run", Scope.WRITE, "{\"dates\": \"backwards\"}")
                        .detail())
                .contains("day_first, month_first, year_first");
        assertThat(get("/v1/imports/abc").status()).isEqualTo(404);
    }

    private Answer upload(String path, String file) {
        return ask("POST", path, Scope.WRITE, file, "Content-Type", "text/csv");
    }

    /** The application's own task works at it. */
    private void await(String address, String state) {
        for (int i = 0; i < 300 && !state(address).equals(state); i++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        assertThat(state(address)).isEqualTo(state);
    }

    private String state(String address) {
        return get(address).body().path("state").asString();
    }

    private List<String> all(String sql) {
        return jdbc.sql(sql).query((row, _) -> row.getString(1)).list();
    }
}
