package ews.detection.scoring;

import ews.domain.account.AccountId;
import ews.domain.score.Band;
import ews.domain.score.HealthProfile;
import ews.domain.score.HealthScore;
import ews.domain.score.HealthScore.Part;
import ews.domain.score.Indicator;
import ews.domain.score.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A score as it is stored: what each indicator of the profile version got, in the profile's order. */
record StoredScore(
        AccountId account,
        LocalDate day,
        @Nullable Points score,
        Band band,
        int segmentId,
        int profileVersionId,
        List<Points> points,
        List<Points> weights,
        List<OptionalDouble> readings) {

    static StoredScore of(Assessment assessment) {
        HealthScore score = assessment.score();
        return new StoredScore(
                assessment.account(),
                score.asOf(),
                score.points(),
                score.band(),
                assessment.segment().id(),
                assessment.profile().id(),
                score.parts().stream().map(Part::points).toList(),
                score.parts().stream().map(Part::weight).toList(),
                score.parts().stream().map(Part::value).toList());
    }

    /** The score as it was when it was computed. */
    HealthScore with(HealthProfile profile) {
        var parts = new ArrayList<Part>();
        int known = 0;
        for (int i = 0; i < readings.size(); i++) {
            Indicator indicator = profile.indicators().get(i);
            parts.add(new Part(indicator, readings.get(i), weights.get(i), points.get(i)));
            known += readings.get(i).isPresent() ? indicator.weight() : 0;
        }
        return new HealthScore(day, band, score, List.copyOf(parts), known);
    }
}
