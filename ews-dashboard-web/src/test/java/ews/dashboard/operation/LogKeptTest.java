package ews.dashboard.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import ews.ApplicationTest;
import ews.dashboard.operation.LogKept.Family;
import ews.dashboard.view.When;
import ews.domain.event.EventType;
import ews.domain.time.OrganisationDays;
import ews.sensors.eventlog.EventPartitions;
import ews.sensors.eventlog.ForgottenEvents;
import ews.testing.TestDatabase;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class LogKeptTest {

    @Autowired
    EventPartitions partitions;

    @Autowired
    ForgottenEvents forgotten;

    @Autowired
    OrganisationDays days;

    @BeforeEach
    void startOver() {
        TestDatabase.clear();
        partitions.ensure(List.of(days.today().minusDays(3)));
    }

    @Test
    void saysHowLongEachFamilyIsKept() {
        assertThat(families(new Retention(null, Map.of("usage", Period.ofDays(90), "invoice", Period.of(7, 1, 0)))))
                .extracting(Family::name, Family::howLong)
                .startsWith(
                        tuple("Usage", "90 days"), tuple("Support", "for ever"), tuple("Invoice", "7 years, 1 month"))
                .hasSize(8);
        assertThat(families(new Retention(Period.ofMonths(18), Map.of("usage", Period.ofDays(90)))))
                .extracting(Family::howLong)
                .startsWith("90 days", "18 months");
    }

    @Test
    void saysSinceWhenItHasThem() {
        LocalDate oldest = partitions.oldest().orElseThrow();
        LocalDate yesterday = days.today().minusDays(1);
        forgotten.forget(Map.of(EventType.SUPPORT, yesterday, EventType.INVOICE, oldest.minusDays(1)));

        assertThat(families(new Retention(null, Map.of())))
                .extracting(Family::since)
                .startsWith(When.day(oldest), When.day(yesterday), When.day(oldest));
    }

    private List<Family> families(Retention retention) {
        return new LogKept(retention, partitions, forgotten).overview().families();
    }
}
