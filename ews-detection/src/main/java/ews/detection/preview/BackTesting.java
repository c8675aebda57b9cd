package ews.detection.preview;

import ews.detection.past.Horizon;
import ews.detection.past.RocCurve;
import ews.detection.preview.BackTest.Missed;
import ews.domain.score.Band;
import ews.domain.score.HealthScore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers a {@link BackTest}, one account after the other; several can be gathered side by side and added up. */
final class BackTesting {

    private final Horizon horizon;
    private final List<LocalDate> dates;
    private final RocCurve curve = new RocCurve();
    private final List<Missed> missed = new ArrayList<>();
    private final List<Integer> warnings = new ArrayList<>();
    private int alarms;
    private int falseAlarms;
    private long unscored;

    BackTesting(Horizon horizon) {
        this.horizon = horizon;
        this.dates = horizon.dates();
    }

    /** @param counts of the account in the replicates of the {@link RocCurve} */
    void add(PastHealth account, int[] counts) {
        observe(account, counts);
        judgeAlarms(account);
        judgeCancellations(account);
    }

    /** How scores and what became of the account go together; days too near to a cancellation say nothing useful. */
    private void observe(PastHealth account, int[] counts) {
        for (int i = 0; i < dates.size(); i++) {
            HealthScore score = account.scores().get(i);
            LocalDate cancellation = account.cancellations().get(i);
            if (score == null) {
                continue;
            }
            boolean cancels = Horizon.isWithin(cancellation, dates.get(i));
            boolean tooLate = cancels && !Horizon.isInTime(dates.get(i), cancellation);
            if (score.points() == null) {
                unscored++;
            } else if (!tooLate && (cancels || horizon.isOver(dates.get(i)))) {
                curve.add(score.points(), cancels, counts);
            }
        }
    }

    /** An alarm is a stretch of dates with poor health. */
    private void judgeAlarms(PastHealth account) {
        for (int i = 0; i < dates.size(); i++) {
            boolean ends = isPoor(account, i) && !isPoor(account, i + 1);
            if (!ends) {
                continue;
            }
            boolean right = Horizon.isWithin(account.cancellations().get(i), dates.get(i));
            if (right || horizon.isOver(dates.get(i))) {
                alarms++;
                falseAlarms += right ? 0 : 1;
            }
        }
    }

    private void judgeCancellations(PastHealth account) {
        LocalDate judged = null;
        for (int i = dates.size() - 1; i >= 0; i--) {
            LocalDate cancellation = account.cancellations().get(i);
            if (cancellation == null
                    || cancellation.equals(judged)
                    || account.scores().get(i) == null
                    || !Horizon.isWithin(cancellation, dates.get(i))
                    || !Horizon.isInTime(dates.get(i), cancellation)) {
                continue;
            }
            judged = cancellation;
            int warned = lastWarning(account, i, cancellation);
            if (warned < 0) {
                missed.add(new Missed(account.account(), cancellation));
            } else {
                warnings.add((int) ChronoUnit.DAYS.between(dates.get(beginning(account, warned)), cancellation));
            }
        }
    }

    /** The last poor date in time for a cancellation, or -1; {@code from} is the last one that would be. */
    private int lastWarning(PastHealth account, int from, LocalDate cancellation) {
        for (int i = from; i >= 0 && Horizon.isWithin(cancellation, dates.get(i)); i--) {
            if (isPoor(account, i)) {
                return i;
            }
        }
        return -1;
    }

    private int beginning(PastHealth account, int poor) {
        int first = poor;
        while (isPoor(account, first - 1)) {
            first--;
        }
        return first;
    }

    private boolean isPoor(PastHealth account, int date) {
        HealthScore score =
                date < 0 || date >= dates.size() ? null : account.scores().get(date);
        return score != null && score.band() == Band.POOR;
    }

    void add(BackTesting other) {
        curve.add(other.curve);
        missed.addAll(other.missed);
        warnings.addAll(other.warnings);
        alarms += other.alarms;
        falseAlarms += other.falseAlarms;
        unscored += other.unscored;
    }

    BackTest result() {
        List<Integer> sorted = warnings.stream().sorted().toList();
        return new BackTest(
                curve.area().orElse(null),
                missed.size() + warnings.size(),
                warnings.size(),
                missed.stream()
                        .sorted(Comparator.comparing(Missed::cancelled).reversed())
                        .toList(),
                sorted.isEmpty() ? null : sorted.get(sorted.size() / 2),
                alarms,
                falseAlarms,
                unscored);
    }
}
