package ews.sensors.fact;

import ews.sensors.fact.Person.Id;
import ews.sensors.intake.Batch;
import ews.sensors.intake.KeptEvents;
import ews.sensors.intake.People;
import ews.sensors.intake.Received;
import ews.sensors.intake.Unplaced;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows of the log once more, and finds their accounts by what is known of their people now. */
final class ReadAgain {

    private final PeopleSaid people;
    private final KeptEvents kept;
    private final OtherKeys otherKeys;
    private final EventKeys keys = new EventKeys();

    /**
     * What a row means now.
     *
     * @param account the key of the account where it belongs
     * @param event {@code null} if it means nothing any more
     */
    record Meaning(LogRow row, String account, @Nullable Received event, Batch batch) {

        boolean isElsewhere() {
            return !account.equals(row.accountKey());
        }

        /** Alone, as if it were sent. */
        Batch asBatch() {
            return new Batch(
                    batch.source(),
                    batch.dialect(),
                    null,
                    Instant.ofEpochMilli(row.received()),
                    event == null ? List.of() : List.of(event),
                    People.NONE,
                    List.of(),
                    List.of());
        }
    }

    ReadAgain(Rows rows, KeptEvents kept) throws SQLException {
        this.people = new PeopleSaid(rows);
        this.otherKeys = OtherKeys.read(rows);
        this.kept = kept;
    }

    List<Meaning> of(List<LogRow> rows) throws SQLException {
        var batches = new ArrayList<Batch>();
        var unplaced = new HashMap<LogRow, Unplaced>();
        Set<Id> asked = new LinkedHashSet<>();
        for (LogRow row : rows) {
            Batch batch = kept.read(row.dialect(), row.source(), row.body(), Instant.ofEpochMilli(row.received()));
            batches.add(batch);
            for (Unplaced event : batch.people().unplaced()) {
                if (keys.of(row.source(), event.messageId()) == row.key()) {
                    unplaced.put(row, event);
                    asked.add(new Id(row.source(), event.person()));
                }
            }
        }
        Map<Id, Person> known = people.of(asked);
        var meanings = new ArrayList<Meaning>();
        for (int i = 0; i < rows.size(); i++) {
            LogRow row = rows.get(i);
            Unplaced event = unplaced.get(row);
            meanings.add(event == null ? named(row, batches.get(i)) : placed(row, batches.get(i), event, known));
        }
        return meanings;
    }

    /** It names its account itself. */
    private Meaning named(LogRow row, Batch batch) {
        Received own = batch.events().stream()
                .filter(it -> keys.of(row.source(), it.event().header().messageId()) == row.key())
                .findFirst()
                .orElse(null);
        String account = own == null
                ? row.accountKey()
                : otherKeys.now(own.event().header().account());
        return new Meaning(row, account, own, batch);
    }

    private Meaning placed(LogRow row, Batch batch, Unplaced event, Map<Id, Person> known) {
        Person person = Rows.at(known, new Id(row.source(), event.person()));
        String account = person.accountAt(row.time()).orElse(row.accountKey());
        return new Meaning(row, otherKeys.now(account), event.at(account, person.user(event.visitor())), batch);
    }

    /** Whether the row lies where it belongs, for whom it belongs to. */
    static boolean isRight(Meaning meaning) {
        String user = meaning.event == null ? null : Entry.userKeyOf(meaning.event.event());
        return !meaning.isElsewhere() && (meaning.event == null || Objects.equals(user, meaning.row.user()));
    }
}
