package ews.domain.score;

/** What an indicator without data counts as. */
public enum MissingData {
    /** The other indicators share its weight. */
    EXCLUDED("left out, the others share its weight"),
    /** The whole score is unknown. */
    UNKNOWN("makes the score unknown"),
    /** It gets no points. */
    POOR("counts as fully poor");

    private final String label;

    MissingData(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
