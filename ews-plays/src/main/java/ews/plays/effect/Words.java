package ews.plays.effect;

/** Numbers in sentences. */
final class Words {

    private Words() {}

    static String accounts(int count) {
        return count == 1 ? "1 account" : "%,d accounts".formatted(count);
    }

    static String days(int count) {
        return count == 1 ? "1 day" : count + " days";
    }

    /** {@code within 90 days} */
    static String within(int longest, boolean sameForAll) {
        return sameForAll ? "within " + days(longest) : "in their time, which was up to " + days(longest);
    }

    /** In hundredths, with a proper minus: {@code −8}. */
    static String points(double share) {
        long points = Math.round(share * 100);
        return points < 0 ? "−" + -points : Long.toString(points);
    }
}
