package ews.dashboard.accounts;

import ews.dashboard.view.Arr;
import ews.domain.score.Band;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * How the accounts of a portfolio split up, counted once: everything that its page counts is a sum over these groups.
 */
record Tally(Collection<Group> groups) {

    /**
     * Accounts that are alike in what the quick filters ask.
     *
     * @param arr in {@code currency}, which is empty where the account has none
     * @param scoreTenths the sum of the scores of the {@code scored} ones
     * @param changeTenths the sum of the changes in seven days of the {@code compared} ones
     */
    record Group(
            Band band,
            boolean falling,
            boolean renewing,
            String currency,
            long accounts,
            BigDecimal arr,
            long scoreTenths,
            long scored,
            long changeTenths,
            long compared) {}

    Tally where(Predicate<Group> condition) {
        return new Tally(groups.stream().filter(condition).toList());
    }

    Tally in(Band band) {
        return where(group -> group.band == band);
    }

    long accounts() {
        return groups.stream().mapToLong(Group::accounts).sum();
    }

    Arr arr() {
        Map<String, BigDecimal> sums = new HashMap<>();
        groups.forEach(group -> sums.merge(group.currency, group.arr, BigDecimal::add));
        return Arr.of(sums);
    }

    /** The mean score in tenths, rounded; empty where no account has a score. */
    OptionalInt meanTenths() {
        return mean(
                groups.stream().mapToLong(Group::scoreTenths).sum(),
                groups.stream().mapToLong(Group::scored).sum());
    }

    /** The mean change in seven days in tenths, of the accounts that had a score then and now. */
    OptionalInt meanChangeTenths() {
        return mean(
                groups.stream().mapToLong(Group::changeTenths).sum(),
                groups.stream().mapToLong(Group::compared).sum());
    }

    private static OptionalInt mean(long sum, long count) {
        return count == 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.round((double) sum / count));
    }
}
