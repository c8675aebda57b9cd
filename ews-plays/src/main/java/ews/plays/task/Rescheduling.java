package ews.plays.task;

import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.domain.play.RunId;
import ews.domain.time.Holidays;
import ews.domain.time.OrganisationDays;
import ews.domain.time.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives tasks other due days, and the later tasks of the same run with them: its open tasks that came after the one that
 * moves and are not due before it, each by as many working days, and none to a day that is past.
 */
@Repository
public class Rescheduling {

    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final OpenTasks openTasks;
    private final Holidays holidays;
    private final OrganisationDays days;

    Rescheduling(JdbcClient jdbc, Tasks tasks, OpenTasks openTasks, Holidays holidays, OrganisationDays days) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.openTasks = openTasks;
        this.holidays = holidays;
        this.days = days;
    }

    /** The later tasks with the days to which they would move along if the task were due on that day, the first due first. */
    public List<Move> later(TaskId id, LocalDate due) {
        Task task = existing(id);
        WorkingDays workingDays = holidays.workingDays();
        Shift shift = Shift.between(task.due(), due, workingDays);
        LocalDate earliest = workingDays.onOrAfter(days.today());
        return after(task).stream()
                .map(it -> {
                    LocalDate to = shift.of(it.due());
                    return new Move(it.id(), it.title(), it.due(), to.isBefore(earliest) ? earliest : to);
                })
                .toList();
    }

    /**
     * Gives a task another due day, all or nothing.
     *
     * @param moveLater whether the later ones of its run move along
     * @return what moved, the task itself first
     * @throws IllegalArgumentException if a day is past or too far ahead
     * @throws TransitionRefused if the task is not open any more
     */
    @Transactional
    public List<Move> reschedule(TaskId id, LocalDate due, boolean moveLater, Actor actor) {
        RunId run = existing(id).run();
        if (run != null) {
            openTasks.hold(run);
        }
        Task before = existing(id);
        var moves = new ArrayList<Move>();
        moves.add(new Move(id, before.title(), before.due(), due));
        if (moveLater) {
            later(id, due).stream().filter(Move::isMove).forEach(moves::add);
        }
        moves.forEach(move -> tasks.reschedule(move.task(), move.to(), actor));
        return List.copyOf(moves);
    }

    /**
     * Takes back a rescheduling, also to days that are past: each of the moves that nothing has changed since.
     *
     * @return how many were taken back
     */
    @Transactional
    public int undo(List<Move> moves, Actor actor) {
        return (int) moves.stream().filter(move -> tasks.putBack(move, actor)).count();
    }

    private List<Task> after(Task task) {
        RunId run = task.run();
        if (run == null) {
            return List.of();
        }
        return jdbc.sql(TaskRow.SELECT + """
                        where t.account_id = :account and t.run_id = :run and t.status = 'open'
                          and t.id > :task and t.due_on >= :due
                        order by t.due_on, t.id
                        """)
                .param("account", task.account().value())
                .param("run", run.value())
                .param("due", task.due())
                .param("task", task.id().value())
                .query(TaskRow::task)
                .list();
    }

    private Task existing(TaskId id) {
        return tasks.withId(id).orElseThrow(() -> new NoSuchElementException("There is no task " + id));
    }
}
