package ews.sensors.fact;

import ews.domain.member.Members;
import ews.domain.time.OrganisationDays;
import ews.sensors.eventlog.EventPartitions;
import ews.sensors.intake.KeptEvents;
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
    private final OrganisationDays days;
    private final Members members;
    private final KeptEvents kept;

    Instances(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EventPartitions partitions,
            OrganisationDays days,
            Members members,
            KeptEvents kept) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.partitions = partitions;
        this.days = days;
        this.members = members;
        this.kept = kept;
    }

    FactsAgain again() {
        return new FactsAgain(
                jdbc, new Alone(jdbc, transactions), partitions, days, members, JsonMapper.shared(), kept);
    }

    /** The writer of another one, which knows nothing yet. */
    FactWriter start() {
        return new FactWriter(jdbc, transactions, partitions, days, members, JsonMapper.shared(), kept);
    }
}
