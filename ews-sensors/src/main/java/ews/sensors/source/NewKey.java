package ews.sensors.source;

/** A source with its key in plain text, which is shown once and never again. */
public record NewKey(Source source, String key) {

    /** Without the key, which must not reach a log. */
    @Override
    public String toString() {
        return "NewKey[" + source.name() + "]";
    }
}
