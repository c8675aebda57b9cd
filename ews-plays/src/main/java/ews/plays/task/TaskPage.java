package ews.plays.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some tasks of a longer list, in the order in which they were made.
 *
 * @param next after which task the next page begins; {@code null} if this is the last page
 */
public record TaskPage(List<Task> tasks, @Nullable TaskId next) {}
