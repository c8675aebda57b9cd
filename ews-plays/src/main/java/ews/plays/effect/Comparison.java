package ews.plays.effect;

import ews.domain.chance.Share;
import ews.domain.chance.ShareDifference;
import java.util.Locale;

/**
 * Accounts that got a play beside accounts that did not. Both recover when they reach the goal that the play has, in its
 * time; only those whose time is over count.
 *
 * @param kind how the others were found, which says how much the difference means
 * @param with of those that got it, how many recovered
 * @param without of the others
 * @param time in which, in words: {@code within 90 days}
 */
public record Comparison(Kind kind, Share with, Share without, String time) {

    /** With fewer on either side, nothing is told. */
    public static final int FEWEST = 5;

    /** Where those come from that did not get the play. */
    public enum Kind {

        /**
         * Chance decided who got the play ({@code ews.plays.entry.HoldOut}), so a difference beyond chance comes from it.
         * Those with the play are the accounts that came in by themselves while a share was held out; runs that people or
         * other plays started are not among them. Accounts that were held out and then got a run all the same are left
         * out, and so are runs that were cancelled.
         */
        HELD_OUT,

        /** Accounts that were alike when the play started, see {@link MatchSearch}: the difference may have other reasons. */
        MATCHED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Neither side may be empty. */
    public ShareDifference difference() {
        return new ShareDifference(with, without);
    }

    public boolean isEnough() {
        return with.whole() >= FEWEST && without.whole() >= FEWEST;
    }

    /** Whether those with the play did better by more than chance explains. */
    public boolean speaksForThePlay() {
        return isEnough() && difference().low() > 0;
    }

    /**
     * For example {@code Of 17 accounts with this play, 11 recovered within 90 days; of 9 held out, 3. The play may have
     * helped: 32 points more, with a margin from −8 to 60.}
     */
    public String sentence() {
        String counts = "of %s with this play, %d recovered %s; of %d %s, %d."
                .formatted(
                        Words.accounts(with.whole()),
                        with.part(),
                        time,
                        without.whole(),
                        kind == Kind.HELD_OUT ? "held out" : "like them without it",
                        without.part());
        return isEnough() ? "O" + counts.substring(1) + " " + verdict() : "Too few to tell yet: " + counts;
    }

    private String verdict() {
        ShareDifference difference = difference();
        return "%s: %s, with a margin from %s to %s."
                .formatted(
                        meaning(difference),
                        points(difference.value()),
                        Words.points(difference.low()),
                        Words.points(difference.high()));
    }

    private String meaning(ShareDifference difference) {
        if (difference.low() > 0) {
            return kind == Kind.HELD_OUT
                    ? "The play helped"
                    : "Accounts with it did better, which may be due to the play";
        }
        if (difference.high() < 0) {
            return kind == Kind.HELD_OUT
                    ? "The play did harm"
                    : "Accounts with it did worse, which need not be due to the play";
        }
        return Math.round(difference.value() * 100) > 0
                ? "The play may have helped"
                : "There is no sign that the play helped";
    }

    private static String points(double difference) {
        long points = Math.round(difference * 100);
        return points == 0
                ? "no difference"
                : "%s %s %s"
                        .formatted(
                                Math.abs(points),
                                Math.abs(points) == 1 ? "point" : "points",
                                points > 0 ? "more" : "less");
    }
}
