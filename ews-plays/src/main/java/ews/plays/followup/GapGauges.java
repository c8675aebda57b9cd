package ews.plays.followup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How much nobody follows up in the whole installation, so that an operator can be alerted, too. */
@Component
class GapGauges implements MeterBinder {

    private final Auditor auditor;
    private final OverdueLists overdue;

    GapGauges(Auditor auditor, OverdueLists overdue) {
        this.auditor = auditor;
        this.overdue = overdue;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (GapKind kind : GapKind.values()) {
            Gauge.builder("ews.follow.up.gaps", () -> auditor.count(kind))
                    .tag("kind", kind.code())
                    .description("What nobody follows up")
                    .register(registry);
        }
        Gauge.builder("ews.tasks.escalated", overdue::countEscalated)
                .description("Overdue tasks that a manager was told of")
                .register(registry);
    }
}
