package ews.detection.segment;

import ews.domain.account.AccountId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that conditions catch among those that no segment before has taken, as far as they have been looked at.
 *
 * @param conditions a sign of what was asked for; what was found for something else is of no use
 * @param candidates how many there are to look at
 * @param looked how many of them have been looked at
 * @param accounts how many the conditions caught
 * @param value what those are worth a year, by currency
 * @param from where those are now, by the segment's id
 * @param first the first {@value #NAMED} of those by name
 * @param last the last one looked at; {@code null} once all have been
 */
public record Catchment(
        int conditions,
        int candidates,
        int looked,
        int accounts,
        Map<String, BigDecimal> value,
        Map<Integer, Integer> from,
        List<Caught> first,
        @Nullable Long last) {

    static final int NAMED = 10;

    /** An account that the conditions caught. */
    public record Caught(AccountId account, String name) {}

    public Catchment {
        value = Map.copyOf(value);
        from = Map.copyOf(from);
        first = List.copyOf(first);
    }

    public boolean isComplete() {
        return last == null;
    }
}
