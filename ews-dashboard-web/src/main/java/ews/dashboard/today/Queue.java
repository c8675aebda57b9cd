package ews.dashboard.today;

import ews.domain.account.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The accounts that need somebody, each with its reasons, the most urgent first. */
record Queue(List<Item> items) {

    record Item(AccountId account, List<Reason> reasons) {

        int weight() {
            return reasons.stream().mapToInt(Reason::weight).sum();
        }
    }

    /** Collects reasons from several places. */
    static final class Builder {

        private final Map<AccountId, List<Reason>> reasons = new LinkedHashMap<>();

        void add(AccountId account, Reason reason) {
            reasons.computeIfAbsent(account, _ -> new ArrayList<>()).add(reason);
        }

        Queue build() {
            return new Queue(reasons.entrySet().stream()
                    .map(it -> new Item(
                            it.getKey(),
                            it.getValue().stream()
                                    .sorted(Comparator.comparingInt(Reason::weight)
                                            .reversed())
                                    .toList()))
                    .sorted(Comparator.comparingInt(Item::weight).reversed().thenComparing(Item::account))
                    .toList());
        }
    }

    /** A rule of thumb, to five minutes. */
    int minutes() {
        int sum = items.stream()
                .flatMap(item -> item.reasons().stream())
                .mapToInt(Reason::minutes)
                .sum();
        return Math.ceilDiv(sum, 5) * 5;
    }
}
