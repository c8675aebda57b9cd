package ews.sensors.fact;

import java.sql.SQLException;

/** Why a transaction failed, where starting it again helps. */
enum Conflict {
    /** Starting again would not help. */
    NONE,
    /** An event, or a row that another instance created, is already there. */
    REPEATED,
    /** The log's partition was dropped. */
    NO_PARTITION,
    /** Another transaction was in the way, or deleted what was remembered. */
    LOST;

    static Conflict in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Lost) {
                return LOST;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return ofState(sql.getSQLState());
            }
        }
        return NONE;
    }

    private static Conflict ofState(String state) {
        return switch (state) {
            case "23505" -> REPEATED; // unique violation
            case "23514" -> NO_PARTITION; // no partition found for row
            case "23503", "40001", "40P01" -> LOST; // foreign key, serialization, deadlock
            default -> NONE;
        };
    }
}
