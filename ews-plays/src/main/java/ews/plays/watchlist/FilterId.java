package ews.plays.watchlist;

/** Identifies a saved filter. */
public record FilterId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
