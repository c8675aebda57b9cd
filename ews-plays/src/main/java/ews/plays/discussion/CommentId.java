package ews.plays.discussion;

/** Identifies a comment. */
public record CommentId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
