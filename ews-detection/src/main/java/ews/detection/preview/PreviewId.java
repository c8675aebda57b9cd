package ews.detection.preview;

/** Identifies a {@link Preview}. */
public record PreviewId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
