package ews.plays.review;

import ews.domain.account.AccountId;
import ews.domain.score.Band;
import ews.plays.review.Move.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares a review with the one before of the same list. */
public final class Moves {

    private Moves() {}

    /** Who got worse, who got better, who came and who left, in this order; who stayed as they were are left out. */
    public static List<Move> between(List<ReviewedAccount> before, List<ReviewedAccount> now) {
        Map<AccountId, ReviewedAccount> earlier = byAccount(before);
        Map<AccountId, ReviewedAccount> later = byAccount(now);
        var moves = new ArrayList<Move>();
        for (Kind kind : List.of(Kind.WORSE, Kind.BETTER)) {
            now.stream()
                    .filter(it -> kind == turn(earlier.get(it.account()), it))
                    .forEach(it -> moves.add(move(kind, earlier.get(it.account()), it)));
        }
        now.stream()
                .filter(it -> !earlier.containsKey(it.account()))
                .forEach(it -> moves.add(move(Kind.CAME, null, it)));
        before.stream()
                .filter(it -> !later.containsKey(it.account()))
                .forEach(it -> moves.add(move(Kind.LEFT, it, null)));
        return moves;
    }

    private static Map<AccountId, ReviewedAccount> byAccount(List<ReviewedAccount> accounts) {
        var map = new LinkedHashMap<AccountId, ReviewedAccount>();
        accounts.forEach(it -> map.put(it.account(), it));
        return map;
    }

    private static @Nullable Kind turn(@Nullable ReviewedAccount before, ReviewedAccount now) {
        Band was = before == null ? null : before.band();
        Band is = now.band();
        if (was == null || is == null || was == is || was == Band.UNKNOWN || is == Band.UNKNOWN) {
            return null;
        }
        return is.ordinal() > was.ordinal() ? Kind.WORSE : Kind.BETTER;
    }

    private static Move move(Kind kind, @Nullable ReviewedAccount before, @Nullable ReviewedAccount now) {
        ReviewedAccount known = now == null ? before : now;
        if (known == null) {
            throw new IllegalArgumentException("Nothing moved");
        }
        Integer was = before == null ? null : before.score();
        Integer is = now == null ? null : now.score();
        return new Move(
                known.account(),
                known.name(),
                kind,
                before == null ? null : before.band(),
                now == null ? null : now.band(),
                was == null || is == null ? null : is - was);
    }
}
