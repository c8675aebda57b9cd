package ews.plays.task;

/** How many open tasks somebody has; those overdue and due today are among the open ones. */
public record TaskCounts(int open, int overdue, int dueToday) {

    public static final TaskCounts NONE = new TaskCounts(0, 0, 0);
}
