package ews.domain.play;

/** Identifies a run of a play. */
public record RunId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
