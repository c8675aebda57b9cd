package ews.plays.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many messages wait and how many failed in the whole installation; every instance tells the same numbers. */
@Component
class MessageGauges implements MeterBinder {

    private final JdbcClient jdbc;

    MessageGauges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ews.messages.waiting", () -> count(MessageState.WAITING))
                .description("Messages that wait to be sent")
                .register(registry);
        Gauge.builder("ews.messages.failed", () -> count(MessageState.FAILED))
                .description("Messages that were given up or refused")
                .register(registry);
    }

    private long count(MessageState state) {
        return jdbc.sql("select count(*) from outbox_message where state = :state")
                .param("state", state.code())
                .query(Long.class)
                .single();
    }
}
