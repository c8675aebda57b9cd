package ews.dashboard.health;

import java.time.LocalDate;
import java.util.List;

/**
 * The five questions and what the plays came to, as of a day.
 *
 * @param past whether the day is not today
 */
record HealthPage(
        LocalDate asOf,
        boolean past,
        Breakdown breakdown,
        Cancellations cancellations,
        Means means,
        List<Dimension> dimensions,
        List<CsmRow> csms,
        PlayRows plays) {

    static HealthPage of(Numbers numbers) {
        return new HealthPage(
                numbers.asOf(),
                numbers.past(),
                Breakdown.of(numbers),
                Cancellations.of(numbers),
                Means.of(numbers),
                Dimension.all(numbers),
                CsmRow.all(numbers),
                PlayRows.of(numbers));
    }
}
