package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import ews.dashboard.setup.profile.PlantedPast;
import ews.detection.configuration.Configuration;
import ews.detection.configuration.Configurations;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import ews.plays.email.Template;
import ews.plays.email.Templates;
import ews.plays.play.Step;
import ews.sensors.source.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Holds the OpenAPI document to what the application does. */
class OpenApiTest extends ApiTest {

    /** Its id. */
    private static final String ALERT = "4711";

    private static final String REVIEW = "4712";

    private static final String TASK = "4714";

    private static final String RUN = "4713";

    /** The key of one that the examples make, and that is gone afterwards. */
    private static final String PLAY = "sponsor-left";

    private static final String PLAN = "4715";

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    @Autowired
    private Configurations configurations;

    @Autowired
    private Profiles profiles;

    @Autowired
    private Segments segments;

    @Autowired
    private Templates templates;

    @Autowired
    private OrganisationDays days;

    private Configuration before = new Configuration(List.of());
    private JsonNode document = JsonNodeFactory.instance.objectNode();

    private record Operation(String method, String path, JsonNode description) {

        String name() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }

        Scope scope() {
            String needed = description.path("description").asString("").replaceFirst("(?s)^Scope `(\\w+)`.*", "$1");
            return Scope.valueOf(needed.toUpperCase(Locale.ROOT));
        }

        /** An address that exists in this test. */
        String address() {
            String address = path.replace("{account}", "acme")
                    .replace("{segment}", "smb")
                    .replace("{rule}", "renewal")
                    .replace("{alert}", ALERT)
                    .replace("{template}", "leaving")
                    .replace("{list}", "watch")
                    .replace("{review}", REVIEW)
                    .replace("{task}", TASK)
                    .replace("{run}", RUN)
                    .replace("{play}", PLAY)
                    .replace("{plan}", PLAN)
                    .replaceAll("\\{(version|preview|suggestion|dryRun)}", "1");
            return switch (path) {
                case "/v1/health", "/v1/band" -> address + "?account=acme";
                case "/v1/tasks/{task}/later" -> address + "?dueOn=2026-12-20";
                default -> address;
            };
        }
    }

    @BeforeEach
    void someData() {
        before = configurations.now().configuration();
        document = get("/v1/openapi.json", null).body();
        scored(account("acme", "Acme"), "smb", "poor", 290);
        jdbc.sql("""
                        with raised as (
                          insert into alert (id, account_id, rule_id, status, title, evidence, raised_at, raised_on, seen_on,
                                             occurrences)
                          overriding system value
                          select :id, a.id, r.id, 'open', 'Poor', '{"severity": {"measure": "the health score", "value": 29,
                                 "worseAt": 24, "unit": "POINTS"}}', now(), '2026-11-01', '2026-11-01', 1
                          from account a, rule r where r.key = 'poor-health' returning account_id, id)
                        insert into alert_occurrence (account_id, alert_id, day, title, value, worse_at)
                        select account_id, id, '2026-11-01', 'Poor', 29, 24 from raised
                        """).param("id", Long.parseLong(ALERT)).update();
        jdbc.sql("""
                        with on_list as (
                          insert into watch_list_entry (account_id, watch_list_id, added_at, added_by, reason)
                          select a.id, w.id, now(), 'Somebody', 'They left' from account a, watch_list w where w.key = 'watch'),
                        begun as (
                          insert into review (id, member_id, list, list_name, whose, week_on, started_at)
                          overriding system value
                          values (:id, :member, 'watch', 'Watch list', 'all', '2026-11-16', now()) returning id)
                        insert into review_account (account_id, review_id, place, added_at, mark, note, marked_at, band, score)
                        select a.id, begun.id, 1, now(), 'flagged', 'They left', now(), 'poor', 290 from account a, begun
                        """)
                .param("id", Long.parseLong(REVIEW))
                .param("member", member("reviewer@example.com"))
                .update();
        jdbc.sql("insert into member (email, name, role, created_at) values ('ada@example.com', 'Ada', 'csm', now())")
                .update();
        jdbc.sql("""
                        with started as (
                          insert into run (account_id, id, play_id, play_name, play_version, definition, reason, status,
                                           started_at, started_by, counted_from)
                          overriding system value
                          select a.id, :run, p.id, p.name, p.version, p.definition, 'It is time.', 'running', now(), 'EWS',
                                 current_date
                          from account a, play p where p.key = 'win-back' returning account_id, id),
                        task as (
                          insert into task (account_id, id, run_id, step, title, detail, role, status, due_on, created_at)
                          overriding system value
                          select account_id, :task, id, 1, 'Call', '', 'csm', 'open', '2026-11-20', now() from started)
                        insert into touchpoint (account_id, kind, occurred_at, author, note, run_id)
                        select account_id, 'call', now(), 'Ada', 'They will renew.', id from started
                        """)
                .param("run", Long.parseLong(RUN))
                .param("task", Long.parseLong(TASK))
                .update();
        aPlanUnderWay();
    }

    private void aPlanUnderWay() {
        jdbc.sql("""
                        with checked as (
                          insert into check_in (account_id, occurred_at, author, result, note)
                          select id, '2026-01-02T00:00:00Z', 'Ada', 'needs_plan', 'They miss reports.' from account),
                        plan as (
                          insert into get_well_plan (account_id, id, status, root_cause, author, created_at)
                          overriding system value
                          select id, :plan, 'draft', 'They were not trained.', 'Ada', now() from account
                          returning account_id, id),
                        objective as (
                          insert into get_well_objective (account_id, plan_id, title, measurement, at_least, target,
                                                          started_on, due_on)
                          select account_id, id, 'More use', '{"metric": "active_users", "days": 28}', true, 20, '2026-11-01',
                                 '2027-01-01' from plan)
                        insert into get_well_step (account_id, plan_id, title, contact, due_on)
                        select account_id, id, 'Name a champion', 'Ida Berg', '2026-12-01' from plan
                        """).param("plan", Long.parseLong(PLAN)).update();
    }

    @AfterEach
    void putBack() {
        configurations.apply(before, null, "Put back", Actor.SYSTEM);
        jdbc.sql("delete from email_template where key = 'leaving'").update();
        jdbc.sql("delete from run").update();
        jdbc.sql("delete from play where key = :key").param("key", PLAY).update();
    }

    /** One of their own, so that the starter templates stay as they are. */
    @BeforeEach
    void aTemplate() {
        templates.save(new Template("leaving", "Leaving", "Who follows?", "Hi.", 0), "To read it", Actor.SYSTEM);
    }

    private Stream<Operation> operations() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(it -> METHODS.contains(it.getKey()))
                        .map(it -> new Operation(it.getKey(), path.getKey(), it.getValue())));
    }

    private static Stream<String> routes(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .filter(path -> path.startsWith("/v1/"))
                .map(path -> path.replaceAll("\\{(\\w+)(:[^/]*)?}", "{$1}"))
                .flatMap(path -> methods.stream().map(method -> method + " " + path));
    }

    @Test
    void describesEveryRouteAndNoOther() {
        assertThat(operations().map(Operation::name))
                .containsExactlyInAnyOrderElementsOf(mappings.stream()
                        .flatMap(it -> it.getHandlerMethods().keySet().stream())
                        .flatMap(OpenApiTest::routes)
                        .toList());
    }

    @Test
    void describesEveryKindOfStepOfPlays() {
        assertThat(document.at("/components/schemas/Step/oneOf")
                        .valueStream()
                        .map(it -> it.path("$ref").asString().replaceFirst("#", ""))
                        .map(it -> document.at(it + "/properties/type/const").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Step.class.getAnnotation(JsonSubTypes.class).value())
                                .map(JsonSubTypes.Type::name)
                                .toList());
    }

    @Test
    void isTheSameAsYaml() {
        assertThat(get("/v1/openapi.yaml", null).response().body()).startsWith("openapi: 3.1");
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.1");
    }

    @Test
    void everyOperationNeedsTheScopeThatItSays() {
        var wrong = new ArrayList<String>();
        operations().filter(it -> !it.path().startsWith("/v1/openapi")).forEach(operation -> {
            String description = operation.description().path("description").asString("");
            for (Scope scope : Scope.values()) {
                boolean needed = description.startsWith(
                        "Scope `%s`".formatted(scope.name().toLowerCase(Locale.ROOT)));
                boolean refused = ask(operation.method().toUpperCase(Locale.ROOT), operation.address(), scope, "")
                                .status()
                        == 403;
                if (needed == refused) {
                    wrong.add(operation.name() + " with " + scope);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/accounts",
                "/v1/accounts?asOf=2026-01-02",
                "/v1/accounts/acme/health",
                "/v1/health?account=acme&explain=true&since=2026-01-02",
                "/v1/alerts",
                "/v1/alerts/4711",
                "/v1/tasks",
                "/v1/watch-lists",
                "/v1/watch-lists/watch/entries",
                "/v1/reviews",
                "/v1/reviews/4712",
                "/v1/tasks/4714",
                "/v1/tasks/4714/later?dueOn=2026-12-20",
                "/v1/plays",
                "/v1/plays/win-back",
                "/v1/plays/win-back/versions",
                "/v1/runs",
                "/v1/runs/4713",
                "/v1/touchpoints",
                "/v1/check-ins",
                "/v1/check-ins/due",
                "/v1/get-well-plans",
                "/v1/get-well-plans/4715",
                "/v1/segments",
                "/v1/segments/smb",
                "/v1/segments/smb/profile",
                "/v1/segments/smb/profile/versions",
                "/v1/rules",
                "/v1/rules/renewal",
                "/v1/rules/renewal/versions",
                "/v1/rules/renewal/matching",
                "/v1/templates",
                "/v1/templates/leaving",
                "/v1/templates/leaving/versions",
                "/v1/configuration"
            })
    void answersAsDescribed(String address) {
        String path = address.replaceFirst("\\?.*", "")
                .replace("/acme", "/{account}")
                .replace("/smb", "/{segment}")
                .replace("/renewal", "/{rule}")
                .replace("/leaving", "/{template}")
                .replace("/4711", "/{alert}")
                .replace("/watch/", "/{list}/")
                .replace("/win-back", "/{play}")
                .replace("/4712", "/{review}")
                .replace("/4714", "/{task}")
                .replace("/4713", "/{run}")
                .replace("/4715", "/{plan}");
        Answer answer = get(address);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(problems(path, "get", answer)).isEmpty();
    }

    @Test
    void problemsAreAsDescribed() {
        Answer answer = get("/v1/accounts?colour=red");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(validate("Problem", answer.body())).isEmpty();
    }

    @Test
    void whatAPreviewFindsIsAsDescribed() {
        String draft = document.at(
                        "/paths/~1v1~1segments~1{segment}~1profile~1draft/put/requestBody/content/application~1json/example")
                .toString();
        Answer saved = ask("PUT", "/v1/segments/smb/profile/draft", Scope.CONFIGURE, draft);
        String address = ask("POST", "/v1/segments/smb/profile/draft/preview", Scope.CONFIGURE, "")
                .response()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get(address).body().path("state").asString().equals("done"));

        assertThat(validate("Draft", saved.body())).isEmpty();
        assertThat(get(address).body().path("impact").isObject()).isTrue();
        assertThat(validate("Preview", get(address).body())).isEmpty();
    }

    @Test
    void whatPastCancellationsSayIsAsDescribed() {
        new PlantedPast(jdbc, profiles, days)
                .plant(segments.withKey("smb").orElseThrow().id(), 8);
        String address = ask("POST", "/v1/segments/smb/profile/suggestions", Scope.CONFIGURE, "")
                .response()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get(address).body().path("state").asString().equals("done"));

        assertThat(get(address).body().at("/finding/kind").asString()).isEqualTo("too_few");
        assertThat(validate("Suggestion", get(address).body())).isEmpty();
    }

    @Test
    void whatADryRunFindsIsAsDescribed() {
        Answer begun = ask("POST", "/v1/rules/poor-health/dry-runs", Scope.READ, "");
        String address = begun.response().headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get(address).body().path("state").asString().equals("done"));

        assertThat(begun.status()).isEqualTo(202);
        assertThat(get(address).body().path("findings").isObject()).isTrue();
        assertThat(validate("DryRun", get(address).body())).isEmpty();
    }

    @Test
    void examplesAreRightAndWork() {
        List<Operation> withExample = operations()
                .filter(it -> !it.description()
                        .at("/requestBody/content/application~1json/example")
                        .isMissingNode())
                .toList();

        assertThat(withExample).hasSizeGreaterThan(4);
        for (Operation operation : withExample) {
            JsonNode content = operation.description().at("/requestBody/content/application~1json");
            JsonNode example = content.path("example");
            Scope scope = operation.scope();
            // The one day in an example must be a day to come whenever the test runs.
            String body = example.toString()
                    .replace(
                            "\"2026-12-20\"",
                            "\"%s\""
                                    .formatted(jdbc.sql("select current_date + 20")
                                            .query(String.class)
                                            .single()));
            Answer answer = ask(
                    operation.method().toUpperCase(Locale.ROOT),
                    operation.address(),
                    scope,
                    body,
                    "Content-Type",
                    "application/json");

            assertThat(validate(schemaOf(content), example))
                    .as(operation.name())
                    .isEmpty();
            assertThat(answer.status())
                    .as(operation.name() + " " + answer.detail())
                    .isBetween(200, 204);
            assertThat(problems(operation.path(), operation.method(), answer))
                    .as(operation.name())
                    .isEmpty();
        }
    }

    private List<String> problems(String path, String method, Answer answer) {
        JsonNode response = document.path("paths").path(path).path(method).path("responses");
        JsonNode described = response.path(Integer.toString(answer.status()));
        if (described.isMissingNode()) {
            return List.of("status %d is not described".formatted(answer.status()));
        }
        JsonNode content = described.at("/content/application~1json");
        return content.isMissingNode() ? List.of() : validate(schemaOf(content), answer.body());
    }

    private static String schemaOf(JsonNode content) {
        return content.at("/schema/$ref").asString().replaceFirst(".*/", "");
    }

    private List<String> validate(String schema, JsonNode value) {
        var whole = JsonNodeFactory.instance.objectNode();
        whole.put("$ref", "#/components/schemas/" + schema);
        whole.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(value)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
