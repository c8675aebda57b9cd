package ews.plays.run;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many runs are running in the whole installation; every instance tells the same number. */
@Component
class RunGauges implements MeterBinder {

    private final JdbcClient jdbc;

    RunGauges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ews.runs.running", this, RunGauges::running)
                .description("Runs that are running")
                .register(registry);
    }

    private double running() {
        return jdbc.sql("select count(*) from run where status = 'running'")
                .query(Long.class)
                .single();
    }
}
