package ews.detection.suggestion;

import ews.domain.account.AccountId;
import ews.domain.score.HealthScore;
import ews.domain.score.HealthScore.Part;
import ews.domain.score.MissingData;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account on one past day: how good its indicators were, by what was known on it, and what became of the account.
 *
 * @param cancelled the day of the cancellation that a warning would have been right about; {@code null} if it stayed
 * @param goodness of each indicator, 0 to 1; NaN where it had no data and would have been left out of the score
 */
public record Look(AccountId account, @Nullable LocalDate cancelled, List<Double> goodness) {

    public Look {
        goodness = List.copyOf(goodness);
    }

    /** @param score one that is known */
    public static Look at(AccountId account, HealthScore score, @Nullable LocalDate cancelled) {
        return new Look(
                account, cancelled, score.parts().stream().map(Look::goodness).toList());
    }

    private static double goodness(Part part) {
        if (part.value().isPresent()) {
            return part.indicator().goodness(part.value().getAsDouble());
        }
        return part.indicator().missing() == MissingData.POOR ? 0 : Double.NaN;
    }

    boolean cancels() {
        return cancelled != null;
    }
}
