package ews.plays.task;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.AccountOfCarla;
import ews.plays.run.Run;
import ews.plays.run.Runs;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TaskListsTest extends AccountOfCarla {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 19);

    @Autowired
    private Runs runs;

    @Autowired
    private Tasks tasks;

    @Autowired
    private TaskLists lists;

    @Autowired
    private List<MeterBinder> gauges;

    @Test
    void theMostUrgentTaskComesFirstWhereverItCameFrom() {
        Run run = runs.start(account, given.playWithTasks(2), null, "It is time.", actor);
        add("By hand", THURSDAY.plusDays(2), csm);

        assertThat(lists.openOf(csm.id())).extracting(Task::title).containsExactly("Task 1", "By hand", "Task 2");
        assertThat(lists.openOf(csm.id()))
                .extracting(Task::playName)
                .containsExactly(run.playName(), null, run.playName());
        assertThat(lists.open(null, 1, 2)).extracting(Task::title).containsExactly("Task 1", "By hand");
    }

    @Test
    void aTaskIsOverdueFromTheDayAfterItsDueDayUntilItEnds() {
        Task task = add("Call", THURSDAY, csm);

        assertThat(task.isOverdue(THURSDAY)).isFalse();
        assertThat(task.isDueToday(THURSDAY)).isTrue();
        assertThat(task.isOverdue(THURSDAY.plusDays(1))).isTrue();

        tasks.done(task.id(), null, actor);
        assertThat(tasks.withId(task.id()).orElseThrow().isOverdue(THURSDAY.plusDays(1)))
                .isFalse();
    }

    @Test
    void openTasksAreCountedForEveryMember() {
        Member colleague = given.member("Cora", Role.CSM);
        add("Late", THURSDAY, csm);
        add("Today", THURSDAY.plusDays(1), csm);
        add("Later", THURSDAY.plusDays(2), csm);
        add("Hers", THURSDAY.plusDays(1), colleague);
        add("Nobody's", THURSDAY, null);
        tasks.done(add("Done", THURSDAY, csm).id(), null, actor);
        given.clock().tick(Duration.ofDays(1));

        assertThat(lists.counts())
                .isEqualTo(Map.of(csm.id(), new TaskCounts(3, 1, 1), colleague.id(), new TaskCounts(1, 0, 1)));
        assertThat(lists.countsOf(csm.id())).isEqualTo(new TaskCounts(3, 1, 1));
        assertThat(lists.countsOf(given.member("Nora", Role.CSM).id())).isEqualTo(TaskCounts.NONE);
    }

    @Test
    void theTasksOfAnAccountBeginWithTheOpenOnes() {
        add("Second", THURSDAY.plusDays(2), csm);
        add("First", THURSDAY.plusDays(1), csm);
        Task third = add("Ended first", THURSDAY, csm);
        Task fourth = add("Ended last", THURSDAY, csm);
        tasks.done(third.id(), null, actor);
        given.clock().tick(Duration.ofHours(1));
        tasks.done(fourth.id(), null, actor);
        tasks.add(given.account("Bolt", csm), "Elsewhere", "", THURSDAY, null, actor);

        assertThat(lists.ofAccount(account))
                .extracting(Task::title)
                .containsExactly("First", "Second", "Ended last", "Ended first");
    }

    @Test
    void aListIsPagedToItsEnd() {
        for (int i = 1; i <= 5; i++) {
            add("Task " + i, THURSDAY.plusDays(9 - i), csm);
        }

        List<String> titles = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        @Nullable TaskId after = null;
        do {
            TaskPage page = lists.page(new TaskFilter(null, null, null), after, 2);
            page.tasks().forEach(task -> titles.add(task.title()));
            sizes.add(page.tasks().size());
            after = page.next();
        } while (after != null);

        assertThat(titles).containsExactly("Task 1", "Task 2", "Task 3", "Task 4", "Task 5");
        assertThat(sizes).containsExactly(2, 2, 1);
    }

    @Test
    void aPageThatTakesTheRestIsTheLast() {
        add("One", THURSDAY, csm);
        add("Two", THURSDAY, csm);

        assertThat(lists.page(new TaskFilter(null, null, null), null, 2).next()).isNull();
    }

    @Test
    void aListIsFilteredByStatusAssigneeAndAccount() {
        Member colleague = given.member("Cora", Role.CSM);
        add("Open", THURSDAY, csm);
        add("Hers", THURSDAY, colleague);
        tasks.skip(add("Skipped", THURSDAY, csm).id(), "No need.", actor);
        AccountId other = given.account("Bolt", csm);
        tasks.add(other, "Elsewhere", "", THURSDAY, csm.id(), actor);

        assertThat(titles(new TaskFilter(TaskStatus.OPEN, csm.id(), null))).containsExactly("Open", "Elsewhere");
        assertThat(titles(new TaskFilter(TaskStatus.SKIPPED, null, null))).containsExactly("Skipped");
        assertThat(titles(new TaskFilter(null, colleague.id(), account))).containsExactly("Hers");
        assertThat(titles(new TaskFilter(null, null, other))).containsExactly("Elsewhere");
    }

    @Test
    void theGaugesTellWhatIsOpenOverdueAndRunning() {
        runs.start(account, given.playWithTasks(2), null, "It is time.", actor);
        add("Late", THURSDAY, csm);
        given.clock().tick(Duration.ofDays(1));
        var registry = new SimpleMeterRegistry();
        gauges.forEach(gauge -> gauge.bindTo(registry));

        assertThat(registry.get("ews.tasks.open").gauge().value()).isEqualTo(3);
        assertThat(registry.get("ews.tasks.overdue").gauge().value()).isEqualTo(1);
        assertThat(registry.get("ews.runs.running").gauge().value()).isEqualTo(1);
    }

    private List<String> titles(TaskFilter filter) {
        return lists.page(filter, null, 10).tasks().stream().map(Task::title).toList();
    }

    private Task add(String title, LocalDate due, @Nullable Member assignee) {
        return tasks.add(account, title, "", due, assignee == null ? null : assignee.id(), actor);
    }
}
