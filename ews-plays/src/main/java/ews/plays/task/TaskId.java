package ews.plays.task;

/** Identifies a task. */
public record TaskId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
