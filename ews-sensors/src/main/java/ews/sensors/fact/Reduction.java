package ews.sensors.fact;

import ews.domain.member.Members;
import ews.domain.time.OrganisationDays;
import java.sql.SQLException;
import tools.jackson.databind.json.JsonMapper;

/** Reduces what is news to facts. The facts are the same in whatever order it comes. */
final class Reduction {

    private final Rows rows;
    private final OrganisationDays days;
    private final Members members;
    private final JsonMapper json;

    Reduction(Rows rows, OrganisationDays days, Members members, JsonMapper json) {
        this.rows = rows;
        this.days = days;
        this.members = members;
        this.json = json;
    }

    /** First, since the log knows users and features by their numbers. */
    void name(Work work) throws SQLException {
        new FirstUses(rows).settle(work);
        new Tellers(rows).note(work);
    }

    /** Except for usage that is in the backlog. */
    void add(Work work) throws SQLException {
        add(work, new CurrentValues(rows, days));
        new Owners(rows, members).refresh(work);
    }

    /** Without telling anybody: whose account it is stays as it is. */
    void addAgain(Work work) throws SQLException {
        add(work, new CurrentValues(rows, days));
    }

    private void add(Work work, CurrentValues values) throws SQLException {
        if (!work.usageWaits()) {
            new UsageFacts(rows).add(work.usage());
        }
        new Changes(rows).add(work);
        new UserAttributeFacts(rows, json).add(work);
        values.refresh(work);
    }
}
