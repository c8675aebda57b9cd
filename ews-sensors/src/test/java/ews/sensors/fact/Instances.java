package ews.sensors.fact;

import ews.domain.event.EventType;
import ews.domain.member.Members;
import ews.domain.time.OrganisationDays;
import ews.sensors.eventlog.EventPartitions;
import ews.sensors.eventlog.ForgottenEvents;
import ews.sensors.intake.KeptEvents;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Several instances on the database of the tests. */
@Component
class Instances {

    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactions;
    private final EventPartitions partitions;
    private final ForgottenEvents forgotten;
    private final OrganisationDays days;
    private final Members members;
    private final KeptEvents kept;

    Instances(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EventPartitions partitions,
            ForgottenEvents forgotten,
            OrganisationDays days,
            Members members,
            KeptEvents kept) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.partitions = partitions;
        this.forgotten = forgotten;
        this.days = days;
        this.members = members;
        this.kept = kept;
    }

    FactsAgain again() {
        return new FactsAgain(
                jdbc,
                new Alone(jdbc, transactions, catchUp()),
                partitions,
                forgotten,
                days,
                members,
                JsonMapper.shared(),
                kept);
    }

    /** Takes these families, or all if none is named, out of the log. */
    void forgetEventsBefore(LocalDate utcDay, EventType... families) {
        forgotten.forget((families.length == 0 ? Stream.of(EventType.values()) : Stream.of(families))
                .collect(Collectors.toMap(it -> it, _ -> utcDay)));
    }

    /** The writer of another one, which knows nothing yet. */
    FactWriter start() {
        return writer(new UsageBacklog());
    }

    /** The same of one on which the load is so high that the usage of batches that come together waits. */
    FactWriter startUnderLoad() {
        return startUnderLoad(4_096);
    }

    /** @param stripe how many accounts that follow each other leave the backlog together */
    FactWriter startUnderLoad(int stripe) {
        return writer(new UsageBacklog(0, stripe));
    }

    private FactWriter writer(UsageBacklog backlog) {
        return new FactWriter(jdbc, transactions, partitions, days, members, JsonMapper.shared(), kept, backlog);
    }

    /** That of another one. */
    CatchUp catchUp() {
        return catchUp(new UsageBacklog());
    }

    /** @param stripe how many accounts that follow each other it puts together at a time */
    CatchUp catchUp(int stripe) {
        return catchUp(new UsageBacklog(0, stripe));
    }

    private CatchUp catchUp(UsageBacklog backlog) {
        return new CatchUp(jdbc, transactions, backlog);
    }
}
