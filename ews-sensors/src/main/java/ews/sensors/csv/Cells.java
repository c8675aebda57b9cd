package ews.sensors.csv;

import static ews.sensors.dialect.Invalid.quoted;

import ews.sensors.csv.CsvMapping.Dates;
import ews.sensors.csv.CsvMapping.Decimals;
import ews.sensors.dialect.Invalid;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the texts of cells as what they mean. Whether that makes sense, such as a date in 1850, is judged later. */
final class Cells {

    private static final Pattern WITH_ZONE = Pattern.compile(".*(?:[zZ]|[+-]\\d{2}(?::?\\d{2})?)");
    private static final Pattern DATE = Pattern.compile(
            "(\\d{1,4})[-/.](\\d{1,2})[-/.](\\d{1,4})(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?(?: ?([aApP])\\.?[mM]\\.?)?)?");
    private static final Pattern EPOCH = Pattern.compile("\\d{10}(\\d{3})?");
    private static final Pattern POINTED =
            Pattern.compile("[+-]?(?:\\d+|\\d{1,3}(?:[,' ]\\d{3})+)?(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
    private static final Pattern COMMAED = Pattern.compile("[+-]?(?:\\d+|\\d{1,3}(?:[.' ]\\d{3})+)?(?:,\\d+)?");
    private static final Pattern MONEY_SIGN = Pattern.compile("^([+-]?)\\p{Sc} ?|(?: ?\\p{Sc})$");
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "x");
    private static final Set<String> NO = Set.of("false", "no", "n", "0");

    private final Dates dates;
    private final Decimals decimals;
    private final ZoneId zone;

    /** @param zone of times that name none */
    Cells(Dates dates, Decimals decimals, ZoneId zone) {
        this.dates = dates;
        this.decimals = decimals;
        this.zone = zone;
    }

    /** Spaces around it mean nothing, and neither does the quote that keeps spreadsheets from running a formula. */
    static String text(String cell) {
        String text = cell.strip();
        return text.length() > 1 && text.charAt(0) == '\'' && SafeCells.startsLikeFormula(text.substring(1))
                ? text.substring(1)
                : text;
    }

    static String code(String cell) {
        return cell.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    static boolean flag(String cell) throws Invalid {
        String said = cell.toLowerCase(Locale.ROOT);
        if (!YES.contains(said) && !NO.contains(said)) {
            throw new Invalid("unreadable_cell", "must be true or false, or yes or no; got " + quoted(cell));
        }
        return YES.contains(said);
    }

    BigDecimal number(String cell) throws Invalid {
        String bare = MONEY_SIGN
                .matcher(cell.replace('\u00A0', ' ').replace('\u202F', ' ').replace('’', '\''))
                .replaceAll(it -> it.group(1) == null ? "" : it.group(1));
        boolean pointed = decimals == Decimals.POINT;
        if (!(pointed ? POINTED : COMMAED).matcher(bare).matches()
                || bare.chars().noneMatch(Character::isDigit)) {
            throw new Invalid(
                    "unreadable_cell",
                    "must be a number such as %s; got %s".formatted(decimals.example(), quoted(cell)));
        }
        String plain = bare.replaceAll(pointed ? "[,' ]" : "[.' ]", "").replace(',', '.');
        try {
            return new BigDecimal(plain);
        } catch (NumberFormatException _) {
            throw new Invalid("unreadable_cell", "is too large or too small a number; got " + quoted(cell));
        }
    }

    LocalDate date(String cell) throws Invalid {
        Matcher matcher = DATE.matcher(cell);
        LocalDate date = matcher.matches() ? date(matcher) : null;
        if (date == null) {
            throw new Invalid(
                    "unreadable_cell", "must be a date such as %s; got %s".formatted(dates.example(), quoted(cell)));
        }
        return date;
    }

    /** In ISO 8601; the beginning of the day where no time is said. */
    String time(String cell) throws Invalid {
        Matcher matcher = DATE.matcher(cell);
        if (matcher.matches()) {
            LocalDate date = date(matcher);
            LocalTime time = date == null ? null : time(matcher);
            if (date != null && time != null) {
                return LocalDateTime.of(date, time).atZone(zone).toInstant().toString();
            }
        } else if (WITH_ZONE.matcher(cell).matches() && cell.length() > 11) {
            return cell.replaceFirst("(?<=\\d) +(?=\\d)", "T").replace(" ", "");
        } else if (EPOCH.matcher(cell).matches()) {
            long number = Long.parseLong(cell);
            return Instant.ofEpochMilli(cell.length() == 10 ? number * 1000 : number)
                    .toString();
        }
        throw new Invalid(
                "unreadable_cell",
                "must be a time such as 2026-11-20T10:00:00Z, or %s with or without 10:00; got %s"
                        .formatted(dates.example(), quoted(cell)));
    }

    /** Years that stand first have four digits, so they are never taken for anything else. */
    private @Nullable LocalDate date(Matcher matcher) {
        int first = Integer.parseInt(matcher.group(1));
        int second = Integer.parseInt(matcher.group(2));
        int third = Integer.parseInt(matcher.group(3));
        boolean yearFirst = matcher.group(1).length() == 4;
        if (yearFirst ? matcher.group(3).length() > 2 : matcher.group(3).length() != 4 || dates == Dates.YEAR_FIRST) {
            return null;
        }
        try {
            return yearFirst
                    ? LocalDate.of(first, second, third)
                    : dates == Dates.DAY_FIRST
                            ? LocalDate.of(third, second, first)
                            : LocalDate.of(third, first, second);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable LocalTime time(Matcher matcher) {
        if (matcher.group(4) == null) {
            return LocalTime.MIDNIGHT;
        }
        int hour = Integer.parseInt(matcher.group(4));
        String half = matcher.group(7);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                return null;
            }
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        int second = matcher.group(6) == null ? 0 : Integer.parseInt(matcher.group(6));
        try {
            return LocalTime.of(hour, Integer.parseInt(matcher.group(5)), second);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
