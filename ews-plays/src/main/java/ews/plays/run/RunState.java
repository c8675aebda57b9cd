package ews.plays.run;

import ews.domain.play.Outcome;
import java.time.Instant;

/** Where a run stands. Once it has ended, it stays so. */
public sealed interface RunState {

    /** The name in the database and in the API. */
    String code();

    /** Work goes on, or the outcome is still to be told. */
    record Running() implements RunState {

        @Override
        public String code() {
            return "running";
        }
    }

    /** A person told how it ended. */
    record Finished(Instant at, Outcome outcome, String note) implements RunState {

        @Override
        public String code() {
            return "finished";
        }
    }

    /** It was given up before its end. */
    record Cancelled(Instant at, String reason) implements RunState {

        @Override
        public String code() {
            return "cancelled";
        }
    }
}
