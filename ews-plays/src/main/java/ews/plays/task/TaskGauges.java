package ews.plays.task;

import ews.domain.time.OrganisationDays;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many tasks are open and overdue in the whole installation; every instance tells the same number. */
@Component
class TaskGauges implements MeterBinder {

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    TaskGauges(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ews.tasks.open", this, TaskGauges::open)
                .description("Tasks that are open")
                .register(registry);
        Gauge.builder("ews.tasks.overdue", this, TaskGauges::overdue)
                .description("Open tasks whose due day is over")
                .register(registry);
    }

    private double open() {
        return jdbc.sql("select count(*) from task where status = 'open'")
                .query(Long.class)
                .single();
    }

    private double overdue() {
        return jdbc.sql("select count(*) from task where status = 'open' and due_on < :today")
                .param("today", days.today())
                .query(Long.class)
                .single();
    }
}
