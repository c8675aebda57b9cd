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
                entry.story() == null ? "Not scored yet." : entry.story(),
                entry.annualValue() == null
                        ? "–"
                        : Figures.money(entry.annualValue(), Objects.requireNonNullElse(entry.currency(), "")),
                entry.cancelled() == null ? when.until(entry.renewal()) : "left " + when.ago(entry.cancelled()),
                isSoon(entry.renewal(), when.today()),
                when.ago(entry.touched()));
    }

    private static boolean isSoon(@Nullable LocalDate renewal, LocalDate today) {
        return renewal != null && !renewal.isBefore(today) && !renewal.isAfter(today.plusDays(30));
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
