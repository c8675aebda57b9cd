package ews.dashboard.sample;

import org.jspecify.annotations.Nullable;

/**
 * How far the sample company is.
 *
 * @param phase what is going on, in words for a page
 * @param done of {@code total} steps of this phase
 * @param started whether there is a sample company at all, or one on its way
 * @param finished everything is there, scores too
 * @param failure why it stopped, in words; starting again goes on where it stopped
 */
public record Progress(
        String phase,
        int done,
        int total,
        boolean started,
        boolean finished,
        @Nullable String failure) {

    static final Progress NONE = new Progress("There is no sample company", 0, 0, false, false, null);

    public int percent() {
        return total == 0 ? 0 : 100 * done / total;
    }
}
