package ews.dashboard.accounts;

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

    static final String RENEWING = "coalesce(a.renewal_on between :day and :day::date + 90, false)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    private AccountConditions() {}

    static AccountConditions of(AccountFilter filter, PortfolioDay day) {
        var it = new AccountConditions();
        it.parameters.putAll(day.parameters());
        it.addOwner(filter.owner());
        if (filter.text() != null) {
            it.add("(a.name ilike :text or a.key ilike :text)", "text", "%" + escaped(filter.text()) + "%");
        }
        it.addEqual("h.segment_id = (select id from segment where key = :segment)", "segment", filter.segment());
        it.addEqual("lower(a.stage) = lower(:stage)", "stage", filter.stage());
        it.addEqual("lower(a.plan) = lower(:plan)", "plan", filter.plan());
        it.addEqual("lower(a.product) = lower(:product)", "product", filter.product());
        it.addWatchList(filter.watchList(), day);
        if (filter.cancelled() == null) {
            it.conditions.add("a.cancelled_on is null");
        } else {
            it.add(
                    "a.cancelled_on >= :cancelled_from",
                    "cancelled_from",
                    filter.cancelled().atDay(1));
            it.add(
                    "a.cancelled_on <= :cancelled_to",
                    "cancelled_to",
                    filter.cancelled().atEndOfMonth());
        }
        it.addChips(filter.chips());
        return it;
    }

    private void addOwner(Owner owner) {
        switch (owner) {
            case Owner.Everybody _ -> {}
            case Owner.Nobody _ -> conditions.add("a.csm_id is null");
            case Owner.Csm csm -> add("a.csm_id = :csm", "csm", csm.member().value());
        }
    }

    private void addWatchList(@Nullable String key, PortfolioDay day) {
        BuiltInList builtIn = BuiltInList.withKey(key);
        if (builtIn != null) {
            conditions.add(builtIn.condition(day));
        } else {
            addEqual("""
                    a.id in (select account_id from watch_list_entry e join watch_list w on w.id = e.watch_list_id
                             where w.key = :list)""", "list", key);
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

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    String where() {
        return "where " + String.join(" and ", conditions);
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
