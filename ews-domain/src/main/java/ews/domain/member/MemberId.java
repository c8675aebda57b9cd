package ews.domain.member;

/** Identifies a member. */
public record MemberId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
