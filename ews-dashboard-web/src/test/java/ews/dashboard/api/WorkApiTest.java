package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Plays;
import ews.plays.run.RunEndings;
import ews.plays.run.Runs;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import ews.sensors.source.Scope;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Runs, tasks and touchpoints over the API. */
class WorkApiTest extends ApiTest {

    @Autowired
    private Members members;

    @Autowired
    private Plays plays;

    @Autowired
    private Runs runs;

    @Autowired
    private RunEndings endings;

    @Autowired
    private TaskLists taskLists;

    @Autowired
    private OrganisationDays days;

    private AccountId acme = new AccountId(0);
    private RunId run = new RunId(0);

    @BeforeEach
    void aRunOnAcme() {
        Member ada = members.ensure("ada@example.com", "Ada Moreno", Role.CSM, false);
        acme = new AccountId(account("acme", "Acme"));
        jdbc.sql("update account set csm_id = :csm where id = :id")
                .param("csm", ada.id().value())
                .param("id", acme.value())
                .update();
        run = started(acme, "win-back");
    }

    private RunId started(AccountId account, String play) {
        return runs.start(account, plays.withKey(play).orElseThrow(), null, "It is time.", Actor.SYSTEM)
                .id();
    }

    private Answer change(String path, String body) {
        return ask("POST", path, Scope.CONFIGURE, body, "Content-Type", "application/json");
    }

    private List<Task> open() {
        return taskLists.ofRun(run).stream().filter(Task::isOpen).toList();
    }

    private static String text(Answer answer, String field) {
        return answer.body().path(field).asString();
    }

    @Test
    void runsAreListedTheLatestFirstAndFiltered() {
        RunId other = started(new AccountId(account("globex", "Globex")), "train-new-users");
        endings.cancel(other, "Not needed", Actor.SYSTEM);

        assertThat(get("/v1/runs").each("id")).containsExactly(other.toString(), run.toString());
        assertThat(get("/v1/runs?account=acme").each("play")).containsExactly("win-back");
        assertThat(get("/v1/runs?state=cancelled").each("note")).containsExactly("Not needed");
        assertThat(get("/v1/runs?play=win-back").each("owner")).containsExactly("ada@example.com");
        Answer first = get("/v1/runs?limit=1");
        assertThat(get("/v1/runs?limit=1&cursor=" + text(first, "next")).each("id"))
                .containsExactly(run.toString());
    }

    @Test
    void aRunIsFinishedByAMember() {
        Answer refused = change(
                "/v1/runs/" + run + "/finish",
                "{\"outcome\": \"saved\", \"note\": \"Back.\", \"by\": \"ada@example.com\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).contains("tasks open");

        Answer finished = change(
                "/v1/runs/" + run + "/finish",
                "{\"outcome\": \"saved\", \"note\": \"Back.\", \"by\": \"ada@example.com\", \"skipReason\": \"Not needed\"}");

        assertThat(finished.status()).isEqualTo(200);
        assertThat(text(finished, "state")).isEqualTo("finished");
        assertThat(text(finished, "outcome")).isEqualTo("saved");
        assertThat(jdbc.sql("select actor from audit_entry where action = 'run.finished'")
                        .query(String.class)
                        .single())
                .startsWith("Ada Moreno via source");
    }

    @Test
    void aRunIsCancelledOnce() {
        Answer cancelled = change("/v1/runs/" + run + "/cancel", "{\"reason\": \"A mistake\"}");

        assertThat(text(cancelled, "state")).isEqualTo("cancelled");
        assertThat(change("/v1/runs/" + run + "/cancel", "{\"reason\": \"Again\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aTaskIsAddedDoneAndThenNotSkipped() {
        Answer added = change(
                "/v1/tasks",
                "{\"account\": \"acme\", \"title\": \"Call\", \"dueOn\": \"%s\", \"assignee\": \"ada@example.com\"}"
                        .formatted(days.today()));
        String task = "/v1/tasks/" + text(added, "id");

        assertThat(added.status()).isEqualTo(201);
        assertThat(text(get(task), "assignee")).isEqualTo("ada@example.com");
        assertThat(text(change(task + "/done", "{\"note\": \"They are fine.\"}"), "note"))
                .isEqualTo("They are fine.");
        Answer skipped = change(task + "/skip", "{\"reason\": \"No time\"}");
        assertThat(skipped.status()).isEqualTo(409);
        assertThat(skipped.detail()).contains("is done already");
    }

    @Test
    void reschedulingShowsAndMovesTheLaterTasks() {
        Task first = open().getFirst();
        LocalDate due = first.due().plusDays(7);

        List<String> shown =
                get("/v1/tasks/%s/later?dueOn=%s".formatted(first.id(), due)).each("to");
        Answer moved = change(
                "/v1/tasks/" + first.id() + "/reschedule", "{\"dueOn\": \"%s\", \"moveLater\": true}".formatted(due));

        assertThat(shown).isNotEmpty();
        assertThat(moved.each("to").getFirst()).isEqualTo(due.toString());
        assertThat(moved.each("to").subList(1, moved.each("to").size())).isEqualTo(shown);
        assertThat(open().getFirst().due()).isEqualTo(due);
        assertThat(open().stream().skip(1).map(it -> it.due().toString())).isEqualTo(shown);
    }

    @Test
    void aTaskIsReassignedToSomebodyWhoCanWork() {
        members.ensure("eve@example.com", "Eve Board", Role.EXECUTIVE, false);
        members.ensure("ben@example.com", "Ben Ito", Role.CSM, false);
        String reassign = "/v1/tasks/" + open().getFirst().id() + "/reassign";

        assertThat(text(change(reassign, "{\"assignee\": \"ben@example.com\"}"), "assignee"))
                .isEqualTo("ben@example.com");
        assertThat(change(reassign, "{\"assignee\": \"eve@example.com\"}").detail())
                .startsWith("Eve Board is an executive");
    }

    @Test
    void tasksAreListedByRun() {
        assertThat(get("/v1/tasks?run=" + run).each("id"))
                .hasSize(taskLists.ofRun(run).size());
        assertThat(get("/v1/tasks?run=999999").each("id")).isEmpty();
    }

    @Test
    void touchpointsAreLoggedInTheNameOfAMemberOrTheSource() {
        Answer call = change(
                "/v1/touchpoints",
                "{\"account\": \"acme\", \"kind\": \"call\", \"note\": \"They stay.\", \"run\": %s, \"by\": \"ada@example.com\"}"
                        .formatted(run));
        change(
                "/v1/touchpoints",
                "{\"account\": \"acme\", \"kind\": \"note\", \"note\": \"New sponsor.\", \"time\": \"2026-01-02T10:00:00Z\"}");

        assertThat(call.status()).isEqualTo(201);
        assertThat(text(call, "member")).isEqualTo("ada@example.com");
        assertThat(get("/v1/touchpoints?account=acme").each("note")).containsExactly("They stay.", "New sponsor.");
        assertThat(get("/v1/touchpoints?run=" + run).each("note")).containsExactly("They stay.");
        Answer first = get("/v1/touchpoints?limit=1");
        JsonNode second =
                get("/v1/touchpoints?limit=1&cursor=" + text(first, "next")).body();
        assertThat(second.at("/items/0/note").asString()).isEqualTo("New sponsor.");
        assertThat(second.at("/items/0/author").asString()).startsWith("source");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | /v1/tasks | {"account": "acme", "title": "Call"} | dueOn: is missing
            400 | /v1/tasks | {"account": "acme", "title": "Call", "dueOn": "2020-01-01"} | The due day 2020-01-01 is past
            404 | /v1/tasks | {"account": "no", "title": "Call", "dueOn": "2030-01-01"} | There is no account with the key "no".
            404 | /v1/tasks/0/done | {} | There is no task with the id "0".
            404 | /v1/runs/x/cancel | {"reason": "No"} | There is no run with the id "x".
            400 | /v1/touchpoints | {"account": "acme", "kind": "fax", "note": "Hello"} | A touchpoint is an email, call, meeting or note
            400 | /v1/touchpoints | {"account": "acme", "kind": "call", "note": "Hello", "run": 0} | run: the account "acme" has no run 0.
            400 | /v1/touchpoints | {"account": "acme", "kind": "call", "note": "Hello", "by": "x@example.com"} | by: must be
            400 | /v1/touchpoints | {"account": "acme", "kind": "call", "note": "Hello", "time": "today"} | time: must be a time
            """)
    void refusesWhatItCannotDoAndSaysWhatToDo(int status, String path, String body, String detail) {
        Answer answer = change(path, body);

        assertThat(answer.detail()).startsWith(detail);
        assertThat(answer.status()).isEqualTo(status);
    }
}
