package ews.plays.email;

/** Identifies an email to contacts. */
public record EmailId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
