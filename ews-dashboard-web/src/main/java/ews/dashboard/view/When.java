package ews.dashboard.view;

import ews.domain.time.OrganisationDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How days and times read on pages, in the organisation's zone. */
@Component
public class When {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter AHEAD = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter AHEAD_WITH_YEAR =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private final OrganisationDays days;

    When(OrganisationDays days) {
        this.days = days;
    }

    /** For example {@code 21 Nov 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The day of a moment, for example {@code 21 Nov 2026}. */
    public String dayOf(Instant at) {
        return day(days.dayOf(at));
    }

    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** To the minute: {@code 20 Nov 2026 14:12}. */
    public String exact(Instant at) {
        return EXACT.format(at.atZone(days.zone()));
    }

    /** A moment, the shorter the nearer: {@code Today 08:00}, {@code Thu 14:12}, {@code 3 Oct}, {@code 3 Oct 2025}. */
    public String moment(Instant at) {
        var local = at.atZone(days.zone());
        LocalDate day = local.toLocalDate();
        long ago = ChronoUnit.DAYS.between(day, days.today());
        if (ago == 0) {
            return "Today " + TIME.format(local);
        }
        if (ago == 1) {
            return "Yesterday " + TIME.format(local);
        }
        if (ago > 1 && ago < 7) {
            return WEEKDAY.format(local);
        }
        return day.getYear() == days.today().getYear() ? DAY_OF_YEAR.format(local) : DAY.format(local);
    }

    /** A moment to come: {@code Wed 25 Nov 10:00}, with the year if it is another. */
    public String ahead(Instant at) {
        var local = at.atZone(days.zone());
        return (local.getYear() == days.today().getYear() ? AHEAD : AHEAD_WITH_YEAR).format(local);
    }

    /** The same within a sentence: {@code today 08:00}, {@code yesterday 14:12}, {@code Thu 14:12}. */
    public String within(Instant at) {
        String moment = moment(at);
        return moment.startsWith("Today") || moment.startsWith("Yesterday")
                ? moment.substring(0, 1).toLowerCase(Locale.ENGLISH) + moment.substring(1)
                : moment;
    }

    /** How long ago: {@code today}, {@code 6 d ago}; a dash where never. */
    public String ago(@Nullable Instant at) {
        return at == null ? "–" : ago(days.dayOf(at));
    }

    public String ago(LocalDate day) {
        long ago = ChronoUnit.DAYS.between(day, days.today());
        return ago <= 0 ? "today" : ago + " d ago";
    }

    /** How far away: {@code today}, {@code 40 d}, {@code 3 d ago}; a dash where unknown. */
    public String until(@Nullable LocalDate day) {
        if (day == null) {
            return "–";
        }
        long left = ChronoUnit.DAYS.between(days.today(), day);
        return left == 0 ? "today" : left > 0 ? left + " d" : -left + " d ago";
    }

    /** When something is due: {@code 3 d overdue}, {@code due today}, {@code due tomorrow}, {@code due 2 Dec 2026}. */
    public String due(LocalDate day) {
        long left = ChronoUnit.DAYS.between(days.today(), day);
        if (left < 0) {
            return -left + " d overdue";
        }
        return left == 0 ? "due today" : left == 1 ? "due tomorrow" : "due " + day(day);
    }

    public LocalDate today() {
        return days.today();
    }
}
