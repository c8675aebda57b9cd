package ews.detection.segment;

import ews.detection.segment.Catchment.Caught;
import ews.detection.segment.Catchments.Candidate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds accounts to a {@link Catchment}. */
final class CatchmentGathering {

    private static final Comparator<Caught> BY_NAME =
            Comparator.comparing(Caught::name).thenComparing(it -> it.account().value());

    private final Catchment before;
    private final Map<String, BigDecimal> value;
    private final Map<Integer, Integer> from;
    private final List<Caught> caught;
    private int accounts;

    CatchmentGathering(Catchment before) {
        this.before = before;
        this.value = new HashMap<>(before.value());
        this.from = new HashMap<>(before.from());
        this.caught = new ArrayList<>(before.first());
        this.accounts = before.accounts();
    }

    void add(Candidate account) {
        accounts++;
        from.merge(account.segmentId(), 1, Integer::sum);
        if (account.value() != null && account.currency() != null) {
            value.merge(account.currency(), account.value(), BigDecimal::add);
        }
        caught.add(new Caught(account.account(), account.name()));
    }

    Catchment result(int looked, @Nullable Long last) {
        return new Catchment(
                before.conditions(),
                before.candidates(),
                looked,
                accounts,
                value,
                from,
                caught.stream().sorted(BY_NAME).limit(Catchment.NAMED).toList(),
                last);
    }
}
