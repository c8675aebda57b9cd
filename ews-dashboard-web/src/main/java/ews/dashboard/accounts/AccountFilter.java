package ews.dashboard.accounts;

import ews.domain.account.AccountId;
import ews.domain.score.Band;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts of the portfolio are shown. The first group says which portfolio it is, the {@linkplain Chips chips}
 * narrow it down, and counts are given for both.
 *
 * @param text part of the name or the key
 * @param segment the key of a segment
 * @param watchList the key of a watch list, of whatever kind
 * @param saved what the watch list shows, where it is a saved filter; its owner does not count
 * @param cancelled accounts that cancelled in this month; otherwise accounts that have not cancelled
 * @param parent of which account they are parts
 * @param archived accounts that are archived; otherwise those that are not
 * @param asOf at the end of which day; {@code null} for now
 */
record AccountFilter(
        Owner owner,
        @Nullable String text,
        @Nullable String segment,
        @Nullable String stage,
        @Nullable String plan,
        @Nullable String product,
        @Nullable String watchList,
        @Nullable AccountFilter saved,
        @Nullable YearMonth cancelled,
        @Nullable AccountId parent,
        boolean archived,
        Chips chips,
        @Nullable LocalDate asOf) {

    /** The quick filters. */
    record Chips(@Nullable Band band, boolean falling, boolean renewing) {
        static final Chips NONE = new Chips(null, false, false);

        boolean letThrough(Band itsBand, boolean itFalls, boolean itRenews) {
            return (band == null || band == itsBand) && (!falling || itFalls) && (!renewing || itRenews);
        }
    }

    static AccountFilter of(Owner owner) {
        return new AccountFilter(owner, null, null, null, null, null, null, null, null, null, false, Chips.NONE, null);
    }

    /** Reads an address; what it does not say, or says wrongly, does not filter. */
    static AccountFilter parse(Map<String, String> query, Owner owner) {
        return new AccountFilter(
                owner,
                text(query, "q"),
                text(query, "segment"),
                text(query, "stage"),
                text(query, "plan"),
                text(query, "product"),
                text(query, "list"),
                null,
                month(query.get("cancelled")),
                account(query.get("parent")),
                query.containsKey("archived"),
                new Chips(band(query.get("health")), query.containsKey("falling"), query.containsKey("renewing")),
                null);
    }

    /** Whether it shows all accounts of its owner. */
    boolean isUnfiltered() {
        return equals(of(owner).asOf(asOf));
    }

    AccountFilter with(Chips other) {
        return new AccountFilter(
                owner, text, segment, stage, plan, product, watchList, saved, cancelled, parent, archived, other, asOf);
    }

    /** What of these is on a watch list. */
    AccountFilter on(Listed list) {
        return new AccountFilter(
                owner,
                text,
                segment,
                stage,
                plan,
                product,
                list.key().text(),
                list.view(),
                cancelled,
                parent,
                archived,
                chips,
                asOf);
    }

    /** Whether it shows accounts that have cancelled. */
    boolean showsCancelled() {
        return cancelled != null || saved != null && saved.showsCancelled();
    }

    /** Whether it shows accounts that are archived. */
    boolean showsArchived() {
        return archived || saved != null && saved.archived;
    }

    AccountFilter asOf(@Nullable LocalDate day) {
        return new AccountFilter(
                owner, text, segment, stage, plan, product, watchList, saved, cancelled, parent, archived, chips, day);
    }

    /** The parameters of the address that shows this. */
    Map<String, String> query() {
        var query = new HashMap<String, String>();
        query.put("csm", owner.code());
        put(query, "q", text);
        put(query, "segment", segment);
        put(query, "stage", stage);
        put(query, "plan", plan);
        put(query, "product", product);
        put(query, "list", watchList);
        put(query, "cancelled", cancelled == null ? null : cancelled.toString());
        put(query, "parent", parent == null ? null : parent.toString());
        put(query, "archived", archived ? "1" : null);
        put(query, "asOf", asOf == null ? null : asOf.toString());
        put(query, "health", chips.band == null ? null : chips.band.code());
        put(query, "falling", chips.falling ? "1" : null);
        put(query, "renewing", chips.renewing ? "1" : null);
        return query;
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }

    private static @Nullable String text(Map<String, String> query, String name) {
        String value = query.getOrDefault(name, "").replace("\0", "").strip();
        return value.isEmpty() ? null : value;
    }

    private static @Nullable Band band(@Nullable String code) {
        for (Band band : Band.values()) {
            if (band.code().equals(code)) {
                return band;
            }
        }
        return null;
    }

    private static @Nullable AccountId account(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? new AccountId(Long.parseLong(text)) : null;
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        return text != null && text.matches("\\d{4}-(0[1-9]|1[0-2])") ? YearMonth.parse(text) : null;
    }
}
