package ews.plays;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.plays.play.Assignee;
import ews.plays.play.Due;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.play.Step;
import ews.plays.play.Step.TaskStep;
import ews.testing.TestDatabase;
import ews.testing.TickingClock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tests start from. */
@Component
public class Given {

    public static final Instant THURSDAY = Instant.parse("2026-11-19T10:00:00Z");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient jdbc;
    private final Members members;
    private final Plays plays;
    private final TickingClock clock;

    Given(JdbcClient jdbc, Members members, Plays plays, TickingClock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.plays = plays;
        this.clock = clock;
    }

    /** Nothing but the starter plays, on Thursday morning. */
    public void nothing() {
        TestDatabase.clear();
        clock.set(THURSDAY);
    }

    public TickingClock clock() {
        return clock;
    }

    public Member member(String name, Role role) {
        return members.ensure(name.toLowerCase(Locale.ROOT) + "@example.com", name, role, false);
    }

    public Actor person(String name) {
        return Actor.of(member(name, Role.CSM));
    }

    public void inactive(Member member) {
        members.change(member.id(), member.email(), member.name(), member.role(), false);
    }

    /** Makes the member one of the sample company. */
    public void sample(Member member) {
        jdbc.sql("update member set sample = true where id = :id")
                .param("id", member.id().value())
                .update();
    }

    public AccountId account(String name, @Nullable Member csm) {
        return jdbc.sql("""
                        insert into account (key, name, csm_id, first_seen_on)
                        values (lower(:name), :name, :csm, '2026-01-01') returning id
                        """)
                .param("name", name)
                .param("csm", csm == null ? null : csm.id().value())
                .query((row, _) -> new AccountId(row.getLong("id")))
                .single();
    }

    /** A new play with these steps. */
    public Play play(Step... steps) {
        int number = NUMBER.incrementAndGet();
        return plays.save(
                new Play("play-" + number, "Play " + number, "For a test.", 0, true, List.of(steps)),
                "For a test",
                Actor.SYSTEM);
    }

    /** A new play that gives the CSM some tasks. */
    public Play playWithTasks(int tasks) {
        return play(IntStream.rangeClosed(1, tasks)
                .mapToObj(number -> task("Task " + number, number))
                .toArray(Step[]::new));
    }

    public static TaskStep task(String title, int workingDays) {
        return new TaskStep(title, "How to do it.", Due.workingDays(workingDays), Assignee.CSM);
    }

    /** The actions in the audit log, in their order. */
    public List<String> auditedActions() {
        return jdbc.sql("select action from audit_entry order by id")
                .query((row, _) -> row.getString("action"))
                .list();
    }

    /** What an audited action said in detail, as JSON. */
    public List<String> audited(String action) {
        return jdbc.sql("select detail::text detail from audit_entry where action = :action order by id")
                .param("action", action)
                .query((row, _) -> row.getString("detail"))
                .list();
    }
}
