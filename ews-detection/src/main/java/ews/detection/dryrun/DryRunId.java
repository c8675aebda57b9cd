package ews.detection.dryrun;

/** Identifies a {@link DryRun}. */
public record DryRunId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
