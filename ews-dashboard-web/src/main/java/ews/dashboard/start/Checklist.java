package ews.dashboard.start;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The checklist of the first run. It ticks itself: each step is done when the data says so. */
@Repository
class Checklist {

    /** One step; {@code link} leads to where its result is, or where it is done. */
    record Step(String title, String detail, boolean done, String link) {}

    private final JdbcClient jdbc;

    Checklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean anyAccount() {
        return jdbc.sql("select exists (select from account)")
                .query(Boolean.class)
                .single();
    }

    List<Step> all() {
        return jdbc.sql("""
                        select exists (select from source_day where accepted > 0) as received,
                               exists (select from account_health) as segmented,
                               exists (select from profile_version) as published,
                               exists (select from alert) as alerted
                        """)
                .query((row, _) -> List.of(
                        new Step(
                                "Event received",
                                "A source sent an event and it was accepted.",
                                row.getBoolean("received"),
                                "/setup/sources"),
                        new Step(
                                "Accounts segmented",
                                "Each account is in a segment and has a first score.",
                                row.getBoolean("segmented"),
                                "/accounts"),
                        new Step(
                                "Profile published",
                                "Every segment starts with a health profile; adjust them to your business.",
                                row.getBoolean("published"),
                                "/setup/segments"),
                        new Step(
                                "First alert",
                                "A rule found a risk or an opportunity.",
                                row.getBoolean("alerted"),
                                "/alerts")))
                .single();
    }
}
