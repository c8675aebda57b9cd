package ews.detection.scoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * {@code ews.scoring} times transactions that scored somebody, {@code ews.scoring.accounts} counts whom, by kind of run;
 * {@code ews.scoring.waiting} is how many accounts wait for a live run, {@code ews.scoring.history.waiting} for one of
 * past days.
 */
@Component
class ScoringMeters {

    enum Kind {
        LIVE,
        DAILY,
        HISTORY
    }

    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers;
    private final Map<Kind, Counter> accounts;

    ScoringMeters(MeterRegistry registry, ChangedAccounts changedAccounts, HistoryDue historyDue) {
        this.registry = registry;
        this.timers = each(kind -> Timer.builder("ews.scoring")
                .description("Time of the transactions that score accounts")
                .tag("kind", code(kind))
                .publishPercentileHistogram()
                .register(registry));
        this.accounts = each(kind -> Counter.builder("ews.scoring.accounts")
                .description("Accounts scored")
                .tag("kind", code(kind))
                .register(registry));
        Gauge.builder("ews.scoring.waiting", changedAccounts, ChangedAccounts::count)
                .description("Accounts whose facts changed since they were scored")
                .register(registry);
        Gauge.builder("ews.scoring.history.waiting", historyDue, HistoryDue::count)
                .description("Accounts with past days that wait for being scored again")
                .register(registry);
    }

    /** @param run returns how many accounts it scored */
    int time(Kind kind, IntSupplier run) {
        Timer.Sample sample = Timer.start(registry);
        int scored = run.getAsInt();
        if (scored > 0) {
            sample.stop(of(timers, kind));
            of(accounts, kind).increment(scored);
        }
        return scored;
    }

    private static <T> Map<Kind, T> each(Function<Kind, T> meter) {
        return Arrays.stream(Kind.values())
                .collect(Collectors.toMap(kind -> kind, meter, (first, _) -> first, () -> new EnumMap<>(Kind.class)));
    }

    private static <T> T of(Map<Kind, T> meters, Kind kind) {
        return Objects.requireNonNull(meters.get(kind));
    }

    private static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
