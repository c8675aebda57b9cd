package ews.sensors.fact;

import ews.domain.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two accounts that were made one.
 *
 * @param keptName what the account that stayed is called now; {@code null} if it is gone
 * @param otherKeys that had led to the account that went
 */
public record Merge(
        long id,
        AccountId kept,
        @Nullable String keptName,
        AccountId gone,
        String goneKey,
        String goneName,
        List<String> otherKeys,
        Instant at,
        String author,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy) {

    static final Duration UNDOABLE = Duration.ofDays(30);

    /** Until when it can be undone. */
    public Instant until() {
        return at.plus(UNDOABLE);
    }

    List<String> allKeys() {
        return Stream.concat(Stream.of(goneKey), otherKeys.stream()).toList();
    }
}
