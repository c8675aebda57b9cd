package ews.detection.past;

/**
 * How much greater one area under the ROC curve is than another over the same observations; negative if it is smaller.
 *
 * @param from the beginning of its 95 % interval
 * @param to the end of its 95 % interval
 */
public record RocGain(double gain, double from, double to) {

    /** Whether chance alone hardly makes such a difference. */
    public boolean isCertain() {
        return from > 0 || to < 0;
    }
}
