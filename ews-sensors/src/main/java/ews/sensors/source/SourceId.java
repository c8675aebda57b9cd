package ews.sensors.source;

/** Identifies a source. */
public record SourceId(int value) implements Comparable<SourceId> {

    @Override
    public int compareTo(SourceId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
