package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.time.OrganisationDays;
import ews.sensors.source.Scope;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class HealthApiTest extends ApiTest {

    @Autowired
    private OrganisationDays days;

    private LocalDate today;

    /** A small customer: twelve users 20 days ago, four users 3 days ago. */
    @BeforeEach
    void aCustomerThatIsUsedLess() {
        today = days.today();
        String key = "Bearer " + keyThatMay(Scope.WRITE);
        send(
                key,
                "{\"type\":\"account\",\"id\":\"a\",\"time\":\"%sT10:00:00Z\",\"account\":\"acme\",\"attributes\":{\"plan\":\"smb\"}}"
                        .formatted(today.minusDays(40)));
        for (int user = 0; user < 12; user++) {
            send(key, use("early-" + user, today.minusDays(20), "u" + user));
        }
        for (int user = 0; user < 4; user++) {
            send(key, use("late-" + user, today.minusDays(3), "u" + user));
        }
    }

    private static String use(String id, LocalDate day, String user) {
        return """
                {"type":"usage","id":"%s","time":"%sT10:00:00Z","account":"acme","user":"%s","name":"report.exported"}\
                """.formatted(id, day, user);
    }

    private void send(String authorization, String event) {
        assertThat(post("/v1/events", authorization, "{\"events\":[" + event + "]}")
                        .body()
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
    }

    private static BigDecimal sum(JsonNode indicators, String pointer) {
        return indicators
                .valueStream()
                .map(it -> it.at(pointer).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void saysHowHealthyTheAccountIsAndWhy() {
        JsonNode health = get("/v1/accounts/acme/health").body();

        assertThat(health.path("account").asString()).isEqualTo("acme");
        assertThat(health.path("asOf").asString()).isEqualTo(today.toString());
        assertThat(health.path("band").asString()).isIn("good", "average", "poor", "unknown");
        assertThat(health.at("/segment/rule").asString()).isNotBlank();
        assertThat(health.path("profileVersion").asInt()).isPositive();
        assertThat(health.path("indicators")).isNotEmpty();
        assertThat(health.at("/change/d7/story").asString()).isNotBlank();
    }

    @Test
    void countsTheDaysOfTheWindowThatEndsWithTheDay() {
        assertThat(activeDays("/v1/accounts/acme/health")).isEqualTo(2);
        assertThat(activeDays("/v1/accounts/acme/health?asOf=" + today.minusDays(10)))
                .isEqualTo(1);
    }

    private double activeDays(String path) {
        return get(path)
                .body()
                .path("indicators")
                .valueStream()
                .filter(it -> it.path("metric").asString().equals("active_days"))
                .mapToDouble(it -> it.path("value").asDouble(-1))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 10, 19})
    void thePointsAddUpToTheScoreAndTheirChangesToItsChange(int daysAgo) {
        JsonNode health =
                get("/v1/accounts/acme/health?asOf=" + today.minusDays(daysAgo)).body();
        JsonNode score = health.path("score");

        if (!score.isNull()) {
            assertThat(sum(health.path("indicators"), "/points")).isEqualByComparingTo(score.decimalValue());
        }
        for (String since : new String[] {"d7", "d30"}) {
            JsonNode change = health.at("/change/" + since);
            if (!change.path("score").isNull()) {
                assertThat(sum(health.path("indicators"), "/changes/" + since + "/points")
                                .add(sum(change.path("former"), "/points")))
                        .isEqualByComparingTo(change.path("score").decimalValue());
            }
        }
    }

    @Test
    void saysThatThereIsNoSuchAccount() {
        Answer answer = get("/v1/accounts/nobody/health");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.detail()).isEqualTo("There is no account with the key \"nobody\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30", "20260901", "2026-9-1", "-999999999-01-01", "%2B12026-01-01"})
    void refusesWhatIsNotADay(String asOf) {
        Answer answer = get("/v1/accounts/acme/health?asOf=" + asOf);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail())
                .isEqualTo(
                        "asOf must be a day as YYYY-MM-DD, like 2026-09-30; got \"" + asOf.replace("%2B", "+") + "\".");
    }

    @Test
    void refusesADayToCome() {
        Answer answer = get("/v1/accounts/acme/health?asOf=" + today.plusDays(1));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).startsWith("asOf must not be after today, " + today);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu/acme", "50% off; \\ it", "a&b=c", "ümlaut", "?#"})
    void everyKeyFitsIntoTheParameter(String key) {
        account(key, "Odd");
        String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8);

        assertThat(get("/v1/health?account=" + encoded).body().path("account").asString())
                .isEqualTo(key);
        assertThat(get("/v1/accounts?key=" + encoded).each("account")).containsExactly(key);
        assertThat(ask("DELETE", "/v1/band?account=" + encoded, Scope.CONFIGURE, "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void asksForTheAccount() {
        assertThat(get("/v1/health").detail()).isEqualTo("account: is missing; give the key of the account.");
    }

    @Test
    void explainsEachPartInWords() {
        JsonNode health = get("/v1/accounts/acme/health?explain=true&since=" + today.minusDays(5))
                .body();

        assertThat(health.at("/explanation/sum").asString()).isNotBlank();
        assertThat(health.at("/explanation/sentences"))
                .hasSizeGreaterThan(health.path("indicators").size());
        assertThat(health.at("/since/day").asString())
                .isEqualTo(today.minusDays(5).toString());
        assertThat(get("/v1/accounts/acme/health").body().has("explanation")).isFalse();
    }

    @Test
    void takesAJudgmentForSomeTimeAndEndsIt() {
        String decision = "{\"band\":\"good\",\"reason\":\"New team\",\"until\":\"%s\"}".formatted(today.plusDays(9));

        assertThat(ask("POST", "/v1/accounts/acme/band", Scope.CONFIGURE, decision)
                        .status())
                .isEqualTo(204);

        JsonNode health = get("/v1/accounts/acme/health").body();
        assertThat(health.path("band").asString()).isEqualTo("good");
        assertThat(health.at("/override/author").asString()).isEqualTo("source that may [CONFIGURE]");
        ask("DELETE", "/v1/accounts/acme/band", Scope.CONFIGURE, "");
        assertThat(get("/v1/accounts/acme/health").body().path("override").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"band":"unknown","reason":"x","until":"2030-01-01"} | band: must be one of [good, average, poor].
            {"band":"good","reason":"x"}                         | until: is missing; give the last day.
            {"band":"good","reason":"x","until":"soon"}          | until: must be a day as YYYY-MM-DD, like 2026-09-30.
            {"band":"good","reason":"x","untill":"2030-01-01"}   | untill: there is no such field; use band, reason, until.
            {"band":"good","reason":"x","until":"2999-01-01"}    | It may last 180 days at most; who always sees it differently should change the profile
            """)
    void saysWhatIsWrongWithAJudgment(String decision, String problem) {
        Answer answer = ask("POST", "/v1/accounts/acme/band", Scope.CONFIGURE, decision);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo(problem);
    }
}
