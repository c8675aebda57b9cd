package ews.detection.rule;

/** What a rule says about one account on one day, always with the reason. */
public sealed interface Verdict {

    /** One sentence that says why. */
    String reason();

    /** The condition does not hold. */
    record Quiet(String reason) implements Verdict {}

    /**
     * There is too little data to say whether the condition holds, or it cannot be relied on just now: nothing is raised,
     * and nothing counts as recovered.
     */
    record Undecided(String reason) implements Verdict {}

    /** The condition holds. */
    record Raised(Evidence evidence) implements Verdict {

        @Override
        public String reason() {
            return evidence.title();
        }
    }
}
