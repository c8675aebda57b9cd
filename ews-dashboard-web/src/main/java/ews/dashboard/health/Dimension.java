package ews.dashboard.health;

import ews.dashboard.health.HealthReports.Part;
import ews.dashboard.view.Figures;
import ews.domain.score.Points;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Question 4: where the challenges are, by one way to split the accounts up. */
record Dimension(String label, List<Row> rows) {

    private static final Comparator<Part> MOST_POOR_FIRST =
            Comparator.comparingDouble(Dimension::poorPercent).reversed().thenComparing(Part::name);

    /** @param mean score */
    record Row(
            String name,
            String accounts,
            String arr,
            String poor,
            String poorShare,
            String poorArr,
            String mean,
            @Nullable String href) {}

    static List<Dimension> all(Numbers numbers) {
        return List.of(
                of("Plan", "plan", numbers),
                of("Stage", "stage", numbers),
                of("Segment", "segment", numbers),
                of("Product", "product", numbers));
    }

    private static Dimension of(String label, String key, Numbers numbers) {
        return new Dimension(
                label,
                numbers.parts().stream()
                        .filter(part -> part.dimension().equals(key))
                        .sorted(MOST_POOR_FIRST)
                        .map(part -> row(part, numbers))
                        .toList());
    }

    private static Row row(Part part, Numbers numbers) {
        return new Row(
                part.name().isEmpty() ? "not reported" : part.name(),
                Figures.whole(part.all().accounts()),
                part.all().arr().all(),
                Figures.whole(part.poor().accounts()),
                Figures.percent(part.poor().accounts(), part.all().accounts()),
                part.poor().arr().all(),
                part.meanTenths() == null ? "–" : new Points(part.meanTenths()).text(),
                part.key().isEmpty()
                        ? null
                        : numbers.accountsWith(
                                part.dimension(), part.dimension().equals("segment") ? part.key() : part.name()));
    }

    private static double poorPercent(Part part) {
        return Numbers.percent(part.poor().accounts(), part.all().accounts());
    }
}
