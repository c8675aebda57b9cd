package ews.dashboard.setup;

import ews.domain.metric.Form;
import ews.domain.metric.Metrics;
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

    /** Adds {@code metrics}, {@code forms} and {@code features}, which the fields of a metric read. */
    public void addTo(Model model) {
        model.addAttribute("metrics", Metrics.all());
        model.addAttribute("forms", Form.values());
        model.addAttribute(
                "features",
                jdbc.sql("select name from feature order by name limit :limit")
                        .param("limit", FEATURES)
                        .query((row, _) -> row.getString("name"))
                        .list());
    }
}
