package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskApiTest extends ApiTest {

    private long task(long account, String status, String due, @Nullable Long assignee) {
        return jdbc.sql("""
                        insert into task (account_id, title, detail, assignee_id, role, status, due_on, created_at)
                        values (:account, 'Call the sponsor', '', :assignee, 'csm', :status, :due::date, now())
                        returning id
                        """)
                .param("account", account)
                .param("assignee", assignee)
                .param("status", status)
                .param("due", due)
                .query(Long.class)
                .single();
    }

    @Test
    void listsTasksByTheDayOnWhichTheyAreDue() {
        long acme = account("acme", "Acme");
        task(acme, "open", "2026-11-30", null);
        task(acme, "open", "2026-11-10", null);

        assertThat(get("/v1/tasks").each("dueOn")).containsExactly("2026-11-10", "2026-11-30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "done", "skipped"})
    void filtersByStatus(String status) {
        long acme = account("acme", "Acme");
        for (String each : TaskList.STATUSES) {
            task(acme, each, "2026-11-10", null);
        }

        assertThat(get("/v1/tasks?status=" + status).each("status")).containsExactly(status);
    }

    @Test
    void filtersByAssignee() {
        long acme = account("acme", "Acme");
        task(acme, "open", "2026-11-10", member("ada@example.com"));
        task(acme, "open", "2026-11-10", member("ben@example.com"));

        assertThat(get("/v1/tasks?assignee=ben@example.com").each("assignee")).containsExactly("ben@example.com");
    }

    @Test
    void filtersByAccount() {
        task(account("acme", "Acme"), "open", "2026-11-10", null);
        task(account("globex", "Globex"), "open", "2026-11-10", null);

        assertThat(get("/v1/tasks?account=globex").each("account")).containsExactly("globex");
    }

    @Test
    void pagesThroughTasksThatAreDueOnTheSameDay() {
        long acme = account("acme", "Acme");
        var made = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            made.add(Long.toString(task(acme, "open", "2026-11-10", null)));
        }

        Answer first = get("/v1/tasks?limit=3");
        Answer second =
                get("/v1/tasks?limit=3&cursor=" + first.body().path("next").asString());

        assertThat(first.each("id")).isEqualTo(made.subList(0, 3));
        assertThat(second.each("id")).isEqualTo(made.subList(3, 5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | status=late                  | status must be open, done or skipped; got "late".
            400 | assignee=nobody@example.com  | assignee must be the e-mail address of a member;
            400 | cursor=MQ                    | This cursor is not one of this list
            400 | cursor=KzEwMDAwMDAwLTAxLTAxCjE | This cursor is not one of this list
            400 | due=today                    | There is no parameter "due" here; use status, assignee, account, run, cursor, limit.
            404 | account=nobody               | There is no account with the key "nobody".
            """)
    void refusesWhatItDoesNotUnderstandAndSaysWhatToDo(int status, String query, String detail) {
        Answer answer = get("/v1/tasks?" + query);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.detail()).startsWith(detail);
    }
}
