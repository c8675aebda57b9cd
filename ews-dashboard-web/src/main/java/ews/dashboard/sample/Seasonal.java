package ews.dashboard.sample;

/** Half a year of high season, half a year of quiet: no reason to worry, if one knows it. */
record Seasonal(int peakAgo) implements Story {

    private static final double YEAR = 365;

    @Override
    public double activity(int ago) {
        return 0.75 + 0.25 * wave(ago);
    }

    @Override
    public double intensity(int ago) {
        return 0.8 + 0.4 * wave(ago);
    }

    /** 1 at the peak, −1 half a year from it. */
    private double wave(int ago) {
        return Math.cos(2 * Math.PI * (ago - peakAgo) / YEAR);
    }
}
