package ews.dashboard.database;

import java.io.Serial;

/** The embedded database cannot run: one sentence that says why, and one that says what to do. */
final class DatabaseFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String action;

    DatabaseFailure(String description, String action) {
        super(description);
        this.action = action;
    }

    DatabaseFailure(String description, String action, Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    String action() {
        return action;
    }
}
