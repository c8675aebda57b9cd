package ews.sensors.fact;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Belonging;
import ews.sensors.intake.Dialect;
import ews.sensors.intake.People;
import ews.sensors.source.Source;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** People of our own company say to which account somebody belongs whom a source names without an account. */
@Service
public class Assignments {

    private final FactWriter facts;
    private final OrganisationDays days;
    private final AuditLog audit;

    Assignments(FactWriter facts, OrganisationDays days, AuditLog audit) {
        this.facts = facts;
        this.days = days;
        this.audit = audit;
    }

    /**
     * What waits for them is placed at once, what comes later as it comes. Until something else is said, that is.
     *
     * @param person as the source calls them; {@code @example.com} is everybody with such an address of whom nothing else is
     *     said
     * @param account its key
     */
    public void assign(Source source, String person, String account, Actor actor) {
        var belonging = new Belonging(person, days.now().truncatedTo(ChronoUnit.MILLIS), account);
        var people = new People(List.of(), List.of(belonging), List.of());
        facts.apply(List.of(
                new Batch(source, Dialect.NATIVE, null, belonging.time(), List.of(), people, List.of(), List.of())));
        audit.record(
                actor,
                "source.person_assigned",
                "source " + source.name(),
                Map.of("person", person, "account", account));
    }
}
