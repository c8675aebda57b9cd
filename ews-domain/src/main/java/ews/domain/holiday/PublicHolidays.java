package ews.domain.holiday;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The public holidays of the world, as <a href="https://github.com/focus-shift/jollyday">Jollyday</a> knows them. Where a
 * holiday is made up for on another day, that day is meant. Days that only banks or schools keep are left out.
 */
public final class PublicHolidays {

    private static final Comparator<Region> BY_NAME = Comparator.comparing(Region::name, String.CASE_INSENSITIVE_ORDER);

    private PublicHolidays() {}

    /** All countries by their names; stock exchanges and the like are none. */
    public static List<Region> countries() {
        return Arrays.stream(HolidayCalendar.values())
                .map(HolidayCalendar::getId)
                .filter(id -> id.length() == 2)
                .map(id -> new Region(id.toLowerCase(Locale.ROOT), countryName(id)))
                .sorted(BY_NAME)
                .toList();
    }

    /** The parts of a country that have holidays of their own, and parts of these, by their names; none if there is no such country. */
    public static List<Region> partsOf(String country) {
        var parts = new ArrayList<Region>();
        if (isCountry(country)) {
            gather(manager(country).getCalendarHierarchy(), country, countryName(country), parts);
        }
        parts.sort(BY_NAME);
        return List.copyOf(parts);
    }

    private static void gather(CalendarHierarchy whole, String code, String name, List<Region> parts) {
        whole.getChildren().forEach((key, part) -> {
            var region = new Region(code + "-" + key, "%s, %s".formatted(name, part.getDescription(Locale.ENGLISH)));
            parts.add(region);
            gather(part, region.code(), region.name(), parts);
        });
    }

    /** The country or part with this code. */
    public static Optional<Region> region(String code) {
        String country = code.split("-", 2)[0];
        if (!isCountry(country)) {
            return Optional.empty();
        }
        return code.equals(country)
                ? Optional.of(new Region(country, countryName(country)))
                : partsOf(country).stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** With their names in English, by day. */
    public static SortedMap<LocalDate, String> of(Region region, Year first, Year last) {
        String[] parts = region.code().split("-");
        HolidayManager manager = manager(parts[0]);
        String[] within = Arrays.copyOfRange(parts, 1, parts.length);
        var holidays = new TreeMap<LocalDate, String>();
        for (Year year = first; !year.isAfter(last); year = year.plusYears(1)) {
            manager.getHolidays(year, HolidayType.PUBLIC_HOLIDAY, within).stream()
                    .sorted(Comparator.comparing(it -> it.getDescription(Locale.ENGLISH)))
                    .forEach(it -> holidays.merge(
                            it.getDate(),
                            it.getDescription(Locale.ENGLISH),
                            (one, other) -> one.equals(other) ? one : one + ", " + other));
        }
        return holidays;
    }

    private static boolean isCountry(String code) {
        return code.length() == 2
                && HolidayCalendar.getSupportedCalendarCodes().stream().anyMatch(code::equalsIgnoreCase)
                && code.equals(code.toLowerCase(Locale.ROOT));
    }

    private static String countryName(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country));
    }
}
