package ews.domain.holiday;

import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The days on which the organisation does not work: the public holidays of its region for this year and the next two, and
 * days of its own. Due days that are set already stay as they are. All changes are made one after the other.
 */
@Repository
public class OrganisationHolidays {

    /** How many years after this one are known. */
    static final int YEARS_AHEAD = 2;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final AuditLog audit;

    OrganisationHolidays(JdbcClient jdbc, OrganisationDays days, AuditLog audit) {
        this.jdbc = jdbc;
        this.days = days;
        this.audit = audit;
    }

    /** Whose public holidays are kept; empty where there are only own days. */
    public Optional<Region> region() {
        return region("");
    }

    /** From the start of this year on, in their order. */
    public List<Holiday> all() {
        return jdbc.sql("select * from holiday where day >= :first order by day")
                .param("first", firstDay())
                .query((row, _) -> new Holiday(
                        row.getObject("day", LocalDate.class),
                        row.getString("name"),
                        row.getBoolean("own"),
                        row.getBoolean("worked")))
                .list();
    }

    /** What was decided, with all own days that there ever were. */
    public HolidayPolicy policy() {
        var own = new TreeMap<LocalDate, String>();
        jdbc.sql("select day, name from holiday where own").query(row -> {
            own.put(row.getObject("day", LocalDate.class), row.getString("name"));
        });
        return new HolidayPolicy(region().orElse(null), own);
    }

    /** Makes all of it so at once; what is so already stays untouched. */
    @Transactional
    public void change(HolidayPolicy policy, Actor actor) {
        follow(policy.region(), actor);
        SortedMap<LocalDate, String> before = policy().own();
        before.forEach((day, name) -> {
            if (!name.equals(policy.own().get(day))) {
                remove(day, actor);
            }
        });
        policy.own().forEach((day, name) -> {
            if (!name.equals(before.get(day))) {
                jdbc.sql("delete from holiday where day = :day and not own")
                        .param("day", day)
                        .update();
                add(day, name, actor);
            }
        });
    }

    /**
     * Has the public holidays of this region from now on, instead of those of another one. Own days stay.
     *
     * @param region {@code null} for none
     */
    @Transactional
    public void follow(@Nullable Region region, Actor actor) {
        Region before = hold().orElse(null);
        if (region == null ? before == null : region.equals(before)) {
            return;
        }
        jdbc.sql("update holiday_calendar set region = :region")
                .param("region", region == null ? null : region.code())
                .update();
        fill(region);
        audit.record(
                actor, "holidays.region_chosen", "holidays", Map.of("region", region == null ? "none" : region.name()));
    }

    /**
     * Adds a day of the organisation's own.
     *
     * @param name what the day is, not empty
     * @throws TransitionRefused if the day is a holiday already
     */
    @Transactional
    public void add(LocalDate day, String name, Actor actor) {
        hold();
        int added = jdbc.sql("""
                        insert into holiday (day, name) values (:day, :name)
                        on conflict (day) do update set name = :name, own = true, worked = false where holiday.worked
                        """).param("day", day).param("name", name).update();
        if (added == 0) {
            throw new TransitionRefused("%s is a holiday already: %s."
                    .formatted(
                            DAY.format(day),
                            jdbc.sql("select name from holiday where day = :day")
                                    .param("day", day)
                                    .query(String.class)
                                    .single()));
        }
        audit.record(actor, "holiday.added", subject(day), Map.of("name", name));
    }

    /** Takes away an own day, which may leave a public holiday there. Without effect if it is none. */
    @Transactional
    public void remove(LocalDate day, Actor actor) {
        Region region = hold().orElse(null);
        int removed = jdbc.sql("delete from holiday where day = :day and own")
                .param("day", day)
                .update();
        if (removed == 1) {
            fill(region);
            audit.record(actor, "holiday.removed", subject(day), Map.of());
        }
    }

    /** Says whether the organisation works on a public holiday. Without effect if the day is none, or it is so already. */
    @Transactional
    public void work(LocalDate day, boolean works, Actor actor) {
        hold();
        int changed = jdbc.sql("update holiday set worked = :works where day = :day and not own and worked <> :works")
                .param("day", day)
                .param("works", works)
                .update();
        if (changed == 1) {
            audit.record(actor, works ? "holiday.worked" : "holiday.kept", subject(day), Map.of());
        }
    }

    /** Brings in what has come into reach since the last time: a new year, or what is known better now. */
    @Transactional
    public void keepUp() {
        int changed = fill(hold().orElse(null));
        if (changed > 0) {
            audit.record(Actor.SYSTEM, "holidays.kept_up", "holidays", Map.of("days", changed));
        }
    }

    private Optional<Region> hold() {
        return region(" for update");
    }

    private Optional<Region> region(String lock) {
        return jdbc.sql("select coalesce(region, '') region from holiday_calendar" + lock)
                .query((row, _) -> row.getString("region"))
                .optional()
                .flatMap(PublicHolidays::region);
    }

    /** Makes the public holidays those of the region, and keeps on which of them people work. */
    private int fill(@Nullable Region region) {
        Year first = Year.from(days.today());
        SortedMap<LocalDate, String> known =
                region == null ? new TreeMap<>() : PublicHolidays.of(region, first, first.plusYears(YEARS_AHEAD));
        String[] dates = known.keySet().stream().map(LocalDate::toString).toArray(String[]::new);
        int removed = jdbc.sql("delete from holiday where not own and day >= :first and day <> all (:days::date[])")
                .param("first", firstDay())
                .param("days", dates)
                .update();
        int written = jdbc.sql("""
                        insert into holiday (day, name, own)
                        select day, name, false from unnest(:days::date[], :names::text[]) known (day, name)
                        on conflict (day) do update set name = excluded.name
                          where not holiday.own and holiday.name <> excluded.name
                        """)
                .param("days", dates)
                .param("names", known.values().toArray(String[]::new))
                .update();
        return removed + written;
    }

    private LocalDate firstDay() {
        return days.today().withDayOfYear(1);
    }

    private static String subject(LocalDate day) {
        return "holiday " + day;
    }
}
