package ews.dashboard.api;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import ews.detection.configuration.Configuration;
import ews.detection.configuration.Configurations;
import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import ews.plays.email.Template;
import ews.plays.email.Templates;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The description of the API, beside an API with some data in it. */
abstract class OpenApi extends ApiTest {

    /** Its id. */
    static final String ALERT = "4711";

    static final String REVIEW = "4712";

    static final String TASK = "4714";

    static final String RUN = "4713";

    /** The key of one that the examples make, and that is gone afterwards. */
    static final String PLAY = "sponsor-left";

    static final String PLAN = "4715";

    static final String IMPORT = "4716";

    @Autowired
    Configurations configurations;

    @Autowired
    Templates templates;

    @Autowired
    OrganisationDays days;

    Configuration before = new Configuration(List.of());
    JsonNode document = JsonNodeFactory.instance.objectNode();

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
        aFile();
    }

    void aFile() {
        int source = sources.withoutKey("Files", Actor.SYSTEM).id().value();
        jdbc.sql("""
                        insert into csv_import (id, kind, source_id, file_name, format, mapping, state, author, uploaded_at)
                        overriding system value
                        values (:id, 'accounts', :source, 'accounts.csv',
                                '{"encoding": "UTF-8", "separator": ",", "header": ["account", "name", "plan"]}',
                                '{"columns": ["account", "", ""], "dates": "YEAR_FIRST", "decimals": "POINT"}',
                                'uploaded', 'Ada', now());
                        insert into csv_part (import_id, number, data) values (:id, 0, 'account,name,plan')
                        """)
                .param("id", Long.parseLong(IMPORT))
                .param("source", source)
                .update();
    }

    void aPlanUnderWay() {
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

    List<String> problems(String path, String method, Answer answer) {
        JsonNode response = document.path("paths").path(path).path(method).path("responses");
        JsonNode described = shared(response.path(Integer.toString(answer.status())));
        if (described.isMissingNode()) {
            return List.of("status %d is not described".formatted(answer.status()));
        }
        JsonNode content = described.at("/content/application~1json");
        return content.isMissingNode() ? List.of() : validate(schemaOf(content), answer.body());
    }

    /** What a reference refers to. */
    private JsonNode shared(JsonNode description) {
        String reference = description.path("$ref").asString("");
        return reference.isEmpty() ? description : document.at(reference.substring(1));
    }

    static String schemaOf(JsonNode content) {
        return content.at("/schema/$ref").asString().replaceFirst(".*/", "");
    }

    List<String> validate(String schema, JsonNode value) {
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
