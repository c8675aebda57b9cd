package ews.detection.past;

/**
 * The area under the receiver operating characteristic: 0.5 is guessing, 1 is knowing.
 *
 * @param from the beginning of its 95 % interval
 * @param to the end of its 95 % interval
 * @param cancelled observations of accounts that cancelled within the horizon
 * @param stayed observations of accounts that did not
 */
public record RocArea(double area, double from, double to, long cancelled, long stayed) {}
