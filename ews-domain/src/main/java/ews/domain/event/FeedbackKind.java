package ews.domain.event;

import java.util.Locale;

/** What was asked: NPS 0–10, CSAT 1–5, a CSM's sentiment 1–5. */
public enum FeedbackKind {
    NPS(0, 10),
    CSAT(1, 5),
    SENTIMENT(1, 5);

    private final int least;
    private final int most;

    FeedbackKind(int least, int most) {
        this.least = least;
        this.most = most;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    /** The name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
