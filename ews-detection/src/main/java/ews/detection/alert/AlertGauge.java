package ews.detection.alert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many alerts are open in the whole installation; every instance tells the same number. */
@Component
class AlertGauge implements MeterBinder {

    private final JdbcClient jdbc;

    AlertGauge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ews.alerts.open", this, AlertGauge::open)
                .description("Alerts that are open, acknowledged or in play")
                .register(registry);
    }

    private double open() {
        return jdbc.sql("select count(*) from alert where status in ('open', 'acknowledged', 'in_play')")
                .query(Long.class)
                .single();
    }
}
