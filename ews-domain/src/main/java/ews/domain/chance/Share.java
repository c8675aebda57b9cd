package ews.domain.chance;

/**
 * So many of so many, and how far that can be told from chance: the 95 % score interval of Wilson (<i>Probable
 * Inference, the Law of Succession, and Statistical Inference</i>, JASA 1927), which holds for few cases too.
 */
public record Share(int part, int whole) {

    private static final double Z = 1.96;

    public Share {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("%d of %d is no share".formatted(part, whole));
        }
    }

    /** From 0 to 1; not a number if there is nothing. */
    public double value() {
        return (double) part / whole;
    }

    /** From 0 to 1. */
    public double low() {
        return whole == 0 ? 0 : Math.max(0, centre() - spread());
    }

    /** From 0 to 1; 1 if there is nothing to tell it from. */
    public double high() {
        return whole == 0 ? 1 : Math.min(1, centre() + spread());
    }

    private double centre() {
        double share = value();
        return (share + Z * Z / (2 * whole)) / (1 + Z * Z / whole);
    }

    private double spread() {
        double share = value();
        return Z * Math.sqrt(share * (1 - share) / whole + Z * Z / (4.0 * whole * whole)) / (1 + Z * Z / whole);
    }
}
