package ews.plays.review;

/** Identifies a review. */
public record ReviewId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
