package ews.dashboard.accounts;

import ews.dashboard.view.Avatar;
import ews.dashboard.view.Delta;
import ews.dashboard.view.Figures;
import ews.dashboard.view.HealthBadge;
import ews.dashboard.view.Sparkline;
import ews.dashboard.view.When;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One account in the list, ready to be shown. */
public record AccountRow(
        long id,
        String name,
        Avatar avatar,
        String kind,
        int openAlerts,
        HealthBadge health,
        Delta change,
        Sparkline trend,
        String why,
        String arr,
        String renewal,
        boolean renewsSoon,
        String touched) {

    public static AccountRow of(Portfolio.Entry entry, When when) {
        return of(entry, when, null);
    }

    /** @param past the day as of whose end it is shown; {@code null} for now */
    static AccountRow of(Portfolio.Entry entry, When when, @Nullable LocalDate past) {
        return new AccountRow(
                entry.id().value(),
                entry.name(),
                Avatar.of(entry.name()),
                Stream.of(entry.segment(), entry.stage())
                        .filter(Objects::nonNull)
                        .map(AccountRow::capitalised)
                        .distinct()
                        .collect(Collectors.joining(" · ")),
                entry.openAlerts(),
                HealthBadge.whole(entry.band(), entry.score()),
                Delta.whole(entry.change7()),
                Sparkline.of(entry.trend()),
                entry.story(),
                entry.annualValue() == null
                        ? "–"
                        : Figures.money(entry.annualValue(), Objects.requireNonNullElse(entry.currency(), "")),
                renewal(entry, when, past),
                isSoon(entry.renewal(), past == null ? when.today() : past),
                touched(entry, when, past));
    }

    private static String renewal(Portfolio.Entry entry, When when, @Nullable LocalDate past) {
        if (entry.cancelled() != null) {
            return "left " + (past == null ? when.ago(entry.cancelled()) : "on " + When.day(entry.cancelled()));
        }
        return past == null || entry.renewal() == null ? when.until(entry.renewal()) : When.day(entry.renewal());
    }

    /** Days are counted from today only; of a past day they are named. */
    private static String touched(Portfolio.Entry entry, When when, @Nullable LocalDate past) {
        return past == null || entry.touched() == null ? when.ago(entry.touched()) : when.dayOf(entry.touched());
    }

    private static boolean isSoon(@Nullable LocalDate renewal, LocalDate today) {
        return renewal != null && !renewal.isBefore(today) && !renewal.isAfter(today.plusDays(30));
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
