package ews.dashboard.accounts;

import ews.plays.watchlist.ListKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter as SQL over {@code account a} and {@code health h}. Only what filters is mentioned, so that the
 * planner sees what it can use an index for.
 */
final class AccountConditions {

    /** Falling: three points or more in seven days. */
    static final String FALLING = "coalesce(h.change_7 <= -30, false)";

    /** The end of a trial is no renewal: what is not paid for yet cannot be lost. */
    static final String RENEWING =
            "coalesce(a.status is distinct from 'trial' and a.renewal_on between :day and :day::date + 90, false)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    /** Before the names of the parameters, so that several filters fit into one statement. */
    private final String prefix;

    private AccountConditions(String prefix) {
        this.prefix = prefix;
    }

    static AccountConditions of(AccountFilter filter, PortfolioDay day) {
        return of(filter, day, "");
    }

    /** @param prefix before the names of the parameters that are not the day's */
    static AccountConditions of(AccountFilter filter, PortfolioDay day, String prefix) {
        var it = new AccountConditions(prefix);
        it.parameters.putAll(day.parameters());
        it.addOwner(filter.owner());
        it.addFilter(filter, day);
        it.conditions.add(filter.showsArchived() ? "a.archived_at is not null" : "a.archived_at is null");
        if (!filter.showsCancelled() && !filter.showsArchived()) {
            it.conditions.add("a.cancelled_on is null");
        }
        return it;
    }

    private void addFilter(AccountFilter filter, PortfolioDay day) {
        if (filter.text() != null) {
            add("(a.name ilike :text or a.key ilike :text)", "text", "%" + escaped(filter.text()) + "%");
        }
        addEqual("h.segment_id = (select id from segment where key = :segment)", "segment", filter.segment());
        addEqual("lower(a.stage) = lower(:stage)", "stage", filter.stage());
        addEqual("lower(a.plan) = lower(:plan)", "plan", filter.plan());
        addEqual("lower(a.product) = lower(:product)", "product", filter.product());
        if (filter.watchList() != null) {
            addWatchList(ListKey.of(filter.watchList()), filter.saved(), day);
        }
        if (filter.cancelled() != null) {
            add(
                    "a.cancelled_on >= :cancelled_from",
                    "cancelled_from",
                    filter.cancelled().atDay(1));
            add(
                    "a.cancelled_on <= :cancelled_to",
                    "cancelled_to",
                    filter.cancelled().atEndOfMonth());
        }
        if (filter.parent() != null) {
            add("a.parent_id = :parent", "parent", filter.parent().value());
        }
        addChips(filter.chips());
    }

    private void addOwner(Owner owner) {
        switch (owner) {
            case Owner.Everybody _ -> {}
            case Owner.Nobody _ -> conditions.add("a.csm_id is null");
            case Owner.Csm csm -> add("a.csm_id = :csm", "csm", csm.member().value());
        }
    }

    private void addWatchList(ListKey list, @Nullable AccountFilter saved, PortfolioDay day) {
        switch (list) {
            case ListKey.BuiltIn(var builtIn) -> conditions.add(BuiltInConditions.of(builtIn, day));
            case ListKey.Kept(String key) -> add("""
                    a.id in (select account_id from watch_list_entry e join watch_list w on w.id = e.watch_list_id
                             where w.key = :list and coalesce(e.until_on >= :today, true))""", "list", key);
            case ListKey.Saved _ -> {
                if (saved == null) {
                    conditions.add("false");
                } else {
                    AccountConditions its = new AccountConditions(prefix + "saved_");
                    its.addFilter(saved, day);
                    conditions.addAll(its.conditions);
                    parameters.putAll(its.parameters);
                }
            }
        }
    }

    private void addChips(AccountFilter.Chips chips) {
        if (chips.band() != null) {
            add("coalesce(h.band, 'unknown') = :band", "band", chips.band().code());
        }
        if (chips.falling()) {
            conditions.add(FALLING);
        }
        if (chips.renewing()) {
            conditions.add(RENEWING);
        }
    }

    private void addEqual(String condition, String name, @Nullable String value) {
        if (value != null) {
            add(condition, name, value);
        }
    }

    /** @param condition mentions the parameter as if it had no prefix */
    private void add(String condition, String name, Object value) {
        conditions.add(condition.replace(":" + name, ":" + prefix + name));
        parameters.put(prefix + name, value);
    }

    String where() {
        return "where " + all();
    }

    /** All of them as one condition. */
    String all() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
