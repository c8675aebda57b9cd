package ews.dashboard.sample;

/**
 * What a customer is like, whatever happens to it: no two are the same, and one in five never gets into its stride.
 *
 * @param coverage the share of the seats that have somebody on them
 * @param pace how often people use the product, against others
 * @param ambition how much of its goals it reaches, against others
 * @param warmth added to what people say about us
 */
record Temper(double coverage, double pace, double ambition, double warmth) {

    private static final double WEAK = 0.22;

    static Temper of(Dice dice) {
        return of(dice.chance(WEAK) ? dice.between(0.0, 0.15) : dice.between(0.4, 1.0), dice);
    }

    /** Of a customer who does well as long as nothing happens to it. */
    static Temper strong(Dice dice) {
        return of(dice.between(0.7, 1.0), dice);
    }

    private static Temper of(double strength, Dice dice) {
        return new Temper(
                0.3 + 0.65 * strength + dice.between(-0.05, 0.05),
                0.45 + 0.7 * strength,
                0.4 + 0.65 * strength + dice.between(-0.05, 0.05),
                -0.4 + 0.45 * strength + dice.between(-0.05, 0.05));
    }
}
