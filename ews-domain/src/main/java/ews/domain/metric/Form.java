package ews.domain.metric;

/** How a metric is read: as it is, or against something that gives it a meaning. */
public enum Form {
    VALUE("as it is"),

    /**
     * In percent of the value of the period of the same length before; 100 is no change. Only whole days are compared:
     * the window ends the day before.
     */
    CHANGE("of the period before"),

    /**
     * How far it is from the account's own habit, in robust standard deviations: the modified z-score of Iglewicz and
     * Hoaglin (How to Detect and Handle Outliers, 1993), 0.6745 × (value − median) / MAD, over the twelve periods of the
     * same length before. −3.5 or less is far below what is usual.
     */
    HABIT("against its own habit"),

    /** In percent of the accounts of the same segment that have less; those with the same count half. */
    PEERS("against its peers");

    private final String label;

    Form(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
