package ews.sensors.fact;

import ews.domain.erasure.Words;
import ews.domain.event.Event;
import ews.domain.event.Event.Header;
import ews.sensors.dialect.NativeForm;
import ews.sensors.fact.ReadAgain.Meaning;
import ews.sensors.intake.Dialect;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the log holds of a person anew: in our own JSON, which says what counts and nothing else, and with a made-up
 * name in place of the person's. Events count as before and are found as duplicates as before, since their time, account
 * and key stay.
 */
final class ErasedLog {

    private static final int PORTION = 5_000;
    private static final String NOTHING = "{}";

    private final Rows rows;
    private final ReadAgain again;
    private final Map<String, String> pseudonyms;
    private final Words words;
    private final String expression;

    /**
     * @param pseudonyms what stands for each key by which sources know the person
     * @param words of texts that name the person
     */
    ErasedLog(Rows rows, ReadAgain again, Map<String, String> pseudonyms, Words words) {
        this.rows = rows;
        this.again = again;
        this.pseudonyms = pseudonyms;
        this.words = words;
        this.expression = PersonPattern.of(pseudonyms.keySet(), words);
    }

    /** @return how many events were written anew */
    int rewrite(long account, long[] users) throws SQLException {
        int rewritten = 0;
        List<LogRow> portion = portion(account, users, null);
        while (!portion.isEmpty()) {
            save(again.of(portion));
            rewritten += portion.size();
            portion = portion(account, users, portion.getLast());
        }
        return rewritten;
    }

    private List<LogRow> portion(long account, long[] users, @Nullable LogRow after) throws SQLException {
        var portion = new ArrayList<LogRow>();
        rows.query(
                LogRow.SELECT + """
                        where e.account_id = ? and (e.user_id = any (?) or e.body ~* ?)
                          and (e.occurred_at, e.source_id, e.event_key) > (timestamptz 'epoch' + ? * interval '1 ms', ?, ?)
                        order by e.occurred_at, e.source_id, e.event_key limit ?
                        """,
                row -> portion.add(LogRow.of(row)),
                account,
                users,
                expression,
                after == null ? 0L : after.time(),
                after == null ? -1 : after.source(),
                after == null ? Long.MIN_VALUE : after.key(),
                PORTION);
        return portion;
    }

    private void save(List<Meaning> meanings) throws SQLException {
        rows.update(
                """
                update event e set body = n.body, dialect = ?
                from unnest(?::bigint[], ?::bigint[], ?::int[], ?::bigint[], ?::text[])
                     n (t, account_id, source_id, event_key, body)
                where e.occurred_at = %s and e.account_id = n.account_id and e.source_id = n.source_id
                  and e.event_key = n.event_key
                """.formatted(Rows.TIME),
                Dialect.NATIVE.number(),
                Rows.longs(meanings, it -> it.row().time()),
                Rows.longs(meanings, it -> it.row().account()),
                Rows.ints(meanings, it -> it.row().source()),
                Rows.longs(meanings, it -> it.row().key()),
                Rows.texts(meanings, this::body));
    }

    private String body(Meaning meaning) {
        if (meaning.event() == null) {
            return NOTHING;
        }
        Event event = meaning.event().event();
        var header = new Header(
                event.header().messageId(),
                Instant.ofEpochMilli(meaning.row().time()),
                event.header().account());
        return NativeForm.of(erased(event, header));
    }

    private Event erased(Event event, Header header) {
        return switch (event) {
            case Event.Usage it -> new Event.Usage(header, user(it.user()), it.feature(), it.micros());
            case Event.Support it ->
                new Event.Support(
                        header, it.ticket(), it.status(), it.priority(), it.slaBreached(), text(it.subject()));
            case Event.Invoice it -> new Event.Invoice(header, it.invoice(), it.status(), it.amount(), it.due());
            case Event.Subscription it ->
                new Event.Subscription(header, it.status(), it.plan(), it.seats(), it.annualValue(), it.renewal());
            case Event.Feedback it ->
                new Event.Feedback(
                        header,
                        user(it.user()),
                        it.kind(),
                        it.score(),
                        isThePerson(it.user()) ? null : text(it.comment()),
                        it.response());
            case Event.Outcome it -> new Event.Outcome(header, it.goal(), it.value(), it.target());
            case Event.AccountAttributes it -> new Event.AccountAttributes(header, texts(it.attributes()));
            case Event.UserAttributes it ->
                new Event.UserAttributes(
                        header,
                        Objects.requireNonNull(user(it.user())),
                        isThePerson(it.user()) ? Map.of() : texts(it.attributes()));
        };
    }

    private boolean isThePerson(@Nullable String user) {
        return user != null && pseudonyms.containsKey(user);
    }

    private @Nullable String user(@Nullable String user) {
        return user == null ? null : pseudonyms.getOrDefault(user, user);
    }

    private @Nullable String text(@Nullable String text) {
        return text == null ? null : words.without(text);
    }

    private Map<String, @Nullable String> texts(Map<String, @Nullable String> attributes) {
        var without = new LinkedHashMap<String, @Nullable String>();
        attributes.forEach((name, value) ->
                without.put(name, value != null && pseudonyms.containsKey(value) ? Words.INSTEAD : text(value)));
        return without;
    }
}
