package ews.detection.suggestion;

import ews.detection.past.RocCurve;
import ews.detection.suggestion.Learning.Learned;
import ews.domain.score.HealthProfile;
import ews.domain.score.Points;
import java.util.List;

/** How the current weights and suggested ones do on the same looks; several can be held side by side and added up. */
public final class Contest {

    private final HealthProfile now;
    private final List<Learned> learned;
    private final HealthProfile suggested;
    private final RocCurve curveNow = new RocCurve();
    private final RocCurve curveSuggested = new RocCurve();

    public Contest(HealthProfile now, List<Learned> learned) {
        this.now = now;
        this.learned = List.copyOf(learned);
        this.suggested = now.weighing(learned.stream().map(Learned::weight).toList());
    }

    public HealthProfile now() {
        return now;
    }

    public HealthProfile suggested() {
        return suggested;
    }

    /** @param counts of the account in the replicates of the {@link RocCurve} */
    public void add(Points scoreNow, Points scoreSuggested, boolean cancels, int[] counts) {
        curveNow.add(scoreNow, cancels, counts);
        curveSuggested.add(scoreSuggested, cancels, counts);
    }

    void add(Contest other) {
        curveNow.add(other.curveNow);
        curveSuggested.add(other.curveSuggested);
    }

    public Finding.Weights result(Span training, Span judged) {
        return new Finding.Weights(
                training,
                judged,
                learned,
                curveNow.area().orElse(null),
                curveSuggested.area().orElse(null),
                curveSuggested.gainOver(curveNow).orElse(null));
    }
}
