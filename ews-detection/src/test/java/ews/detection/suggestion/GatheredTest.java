package ews.detection.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GatheredTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Periods PERIODS = new Periods(List.of(DAY), List.of(DAY.plusDays(100)));

    private static List<Look> look(long account, @Nullable LocalDate cancelled) {
        return List.of(new Look(new AccountId(account), cancelled, List.of(0.5)));
    }

    private static Gathered of(LongStream accounts) {
        var gathered = new Gathered(PERIODS);
        accounts.forEach(it -> gathered.learnFrom(look(it, it % 100 == 0 ? DAY.plusDays(30) : null)));
        return gathered;
    }

    @Test
    void keeps_all_that_cancel_and_a_sample_of_the_others() {
        Gathered gathered = of(LongStream.range(0, 10_000));

        assertThat(gathered.lessons()).hasSize(100 + 3_000);
        assertThat(gathered.lessons().stream().filter(Look::cancels)).hasSize(100);
        assertThat(gathered.training()).isEqualTo(new Span(DAY, DAY, 10_000, 100));
    }

    @Test
    void who_gathers_what_makes_no_difference() {
        Gathered alone = of(LongStream.range(0, 10_000));
        Gathered shared = of(LongStream.range(7_000, 10_000));
        shared.add(of(LongStream.range(0, 7_000)));

        assertThat(shared.lessons()).isEqualTo(alone.lessons());
        assertThat(shared.training()).isEqualTo(alone.training());
    }
}
