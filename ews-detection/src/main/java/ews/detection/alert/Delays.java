package ews.detection.alert;

import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long alerts took from the event that led to them, as measured. */
@Repository
public class Delays {

    private static final Duration LATELY = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    Delays(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /**
     * Of alerts of the last 24 hours that events led to.
     *
     * @param alerts how many there were
     * @param half half of them took no longer
     * @param most 99 % of them took no longer
     */
    public record Lately(int alerts, Duration half, Duration most) {}

    /** Empty if no event led to an alert in the last 24 hours. */
    public Optional<Lately> lately() {
        return jdbc.sql("""
                        select count(*) as alerts,
                               percentile_cont(0.5) within group (order by seconds) as half,
                               percentile_cont(0.99) within group (order by seconds) as most
                        from (select extract(epoch from raised_at - event_received_at)::float8 as seconds from alert
                              where raised_at > :since and event_received_at is not null) delay
                        having count(*) > 0
                        """)
                .param("since", days.now().minus(LATELY).atOffset(ZoneOffset.UTC))
                .query(Delays::measured)
                .optional();
    }

    private static Lately measured(ResultSet row, int number) throws SQLException {
        return new Lately(row.getInt("alerts"), seconds(row.getDouble("half")), seconds(row.getDouble("most")));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(1000 * seconds));
    }
}
