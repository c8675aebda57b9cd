package ews.domain.score;

import ews.domain.metric.Peers;
import org.jspecify.annotations.Nullable;

/** Applies the limits of a profile: the highest floor first, then the lowest cap, which has the last word. */
final class Limits {

    private Limits() {}

    /** {@code null} if no limit changes the score. */
    static @Nullable Adjustment of(HealthProfile profile, Points score, Readings readings, Peers peers) {
        Adjustment adjustment = null;
        int tenths = score.tenths();
        for (Limit.Kind kind : new Limit.Kind[] {Limit.Kind.FLOOR, Limit.Kind.CAP}) {
            for (Limit limit : profile.limits()) {
                int limited = limit.kind() == kind ? limited(limit, tenths, profile) : tenths;
                if (limited != tenths && limit.applies(readings, peers)) {
                    tenths = limited;
                    adjustment = new Adjustment(limit, new Points(tenths - score.tenths()));
                }
            }
        }
        return adjustment == null || adjustment.points().isZero() ? null : adjustment;
    }

    private static int limited(Limit limit, int tenths, HealthProfile profile) {
        return switch (limit.kind()) {
            case FLOOR -> Math.max(tenths, profile.beginningOf(limit.band()));
            case CAP -> Math.min(tenths, profile.beginningOf(limit.band() == Band.POOR ? Band.AVERAGE : Band.GOOD) - 1);
        };
    }
}
