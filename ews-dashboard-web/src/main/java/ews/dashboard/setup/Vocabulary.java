package ews.dashboard.setup;

import ews.domain.fact.FeatureNames;
import ews.domain.metric.Form;
import ews.domain.metric.Metric;
import ews.domain.metric.Metrics;
import ews.plays.play.Goal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.ui.Model;

/** What can be chosen wherever a metric is: the catalogue, and the features that were ever used. */
@Repository
public class Vocabulary {

    /** More than that would slow the browser down, and nobody scrolls through it. */
    private static final int FEATURES = 500;

    private final JdbcClient jdbc;

    Vocabulary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds {@code metrics}, {@code forms} and {@code features}, which the fields of a metric read, and itself as
     * {@code vocabulary} for its {@link #hint}.
     */
    public void addTo(Model model) {
        model.addAttribute("vocabulary", this);
        model.addAttribute("metrics", Metrics.all());
        model.addAttribute("forms", Form.values());
        model.addAttribute(
                "features",
                jdbc.sql("select name from feature order by name limit :limit")
                        .param("limit", FEATURES)
                        .query((row, _) -> row.getString("name"))
                        .list());
    }

    /** What stands beside the subject of a metric, both as typed; nothing where it is not about a feature. */
    public String hint(@Nullable String metric, @Nullable String subject) {
        if (!isAboutFeature(metric)) {
            return "";
        }
        String unheard = unheard(metric, subject);
        return unheard == null ? "report* is all features whose names begin with report." : unheard;
    }

    /** Says so if the goal is about a feature that nobody has ever used; else {@code null}. */
    public @Nullable String unheard(@Nullable Goal goal) {
        return goal == null
                ? null
                : unheard(goal.measurement().metric(), goal.measurement().subject());
    }

    private @Nullable String unheard(@Nullable String metric, @Nullable String subject) {
        String feature = Fields.typed(subject);
        if (!isAboutFeature(metric) || feature.isEmpty() || wasEverUsed(feature)) {
            return null;
        }
        return feature.endsWith(FeatureNames.REST)
                ? "No account has ever used a feature whose name begins with %s."
                        .formatted(FeatureNames.beginning(feature))
                : "No account has ever used a feature of this name; %s* would mean all whose names begin so."
                        .formatted(feature);
    }

    private static boolean isAboutFeature(@Nullable String metric) {
        return Metrics.all().stream().anyMatch(it -> it.key().equals(metric) && it.isAbout(Metric.Subject.FEATURE));
    }

    private boolean wasEverUsed(String feature) {
        return jdbc.sql("""
                        select exists (select from feature
                                       where name = :feature or (:several and starts_with(name, :beginning)))
                        """)
                .param("feature", feature)
                .param("several", feature.endsWith(FeatureNames.REST))
                .param("beginning", FeatureNames.beginning(feature))
                .query((row, _) -> row.getBoolean(1))
                .single();
    }
}
