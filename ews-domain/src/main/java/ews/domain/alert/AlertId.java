package ews.domain.alert;

/** Identifies an alert. */
public record AlertId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
