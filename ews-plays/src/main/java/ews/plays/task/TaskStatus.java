package ews.plays.task;

import java.util.Locale;

/** Where a task stands; it is done or skipped once, and then stays so. */
public enum TaskStatus {
    OPEN,
    DONE,
    SKIPPED;

    public String label() {
        return name().charAt(0) + code().substring(1);
    }

    /** The name in the database and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such status; the message lists those that there are */
    public static TaskStatus of(String code) {
        for (TaskStatus status : values()) {
            if (status.code().equals(code)) {
                return status;
            }
        }
        throw new IllegalArgumentException("A task is open, done or skipped; got \"%s\".".formatted(code));
    }
}
