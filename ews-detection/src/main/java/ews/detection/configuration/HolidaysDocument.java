package ews.detection.configuration;

import ews.domain.holiday.HolidayPolicy;
import ews.domain.holiday.PublicHolidays;
import ews.domain.holiday.Region;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whose public holidays the organisation has, and days of its own, in a document. */
final class HolidaysDocument {

    private static final String REGION = "region";
    private static final String OWN = "own";
    private static final String DAY = "day";
    private static final String NAME = "name";
    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 100;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private HolidaysDocument() {}

    static ObjectNode write(HolidayPolicy policy) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (policy.region() != null) {
            node.put(REGION, policy.region().code());
        }
        ArrayNode own = node.putArray(OWN);
        policy.own()
                .forEach((day, name) -> own.addObject().put(DAY, day.toString()).put(NAME, name));
        return node;
    }

    static Optional<HolidayPolicy> read(Place place) {
        place.only(REGION, OWN);
        int before = place.problems().size();
        Region region = region(place);
        var own = new TreeMap<LocalDate, String>();
        for (Place item : place.items(OWN, 0, MOST)) {
            item.only(DAY, NAME);
            Optional<LocalDate> day = day(item);
            Optional<String> name = item.text(NAME, LONGEST_NAME);
            if (day.isPresent() && name.isPresent() && own.put(day.get(), name.get()) != null) {
                item.wrong(DAY, "this day is there twice");
            }
        }
        return place.problems().size() == before ? Optional.of(new HolidayPolicy(region, own)) : Optional.empty();
    }

    private static @Nullable Region region(Place place) {
        if (!place.has(REGION)) {
            return null;
        }
        Optional<Region> region = place.text(REGION, LONGEST_NAME).flatMap(PublicHolidays::region);
        if (region.isEmpty()) {
            place.wrong(REGION, "must be a country or a part of it that has holidays, like de or de-by");
        }
        return region.orElse(null);
    }

    private static Optional<LocalDate> day(Place place) {
        try {
            LocalDate day = LocalDate.parse(place.node().path(DAY).asString(""));
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException _) {
            // said below
        }
        place.wrong(DAY, "must be a day from 2000 to 2199 in quotes, like \"2026-12-24\"");
        return Optional.empty();
    }

    /** What would change, in sentences. */
    static List<String> changes(HolidayPolicy before, HolidayPolicy after) {
        var changes = new ArrayList<String>();
        if (!Objects.equals(before.region(), after.region())) {
            changes.add("Public holidays of %s, it was %s".formatted(said(after.region()), said(before.region())));
        }
        after.own().forEach((day, name) -> {
            String was = before.own().get(day);
            if (was == null) {
                changes.add("Nobody works on %s (%s)".formatted(day, name));
            } else if (!was.equals(name)) {
                changes.add("%s is called %s, it was %s".formatted(day, name, was));
            }
        });
        before.own().forEach((day, name) -> {
            if (!after.own().containsKey(day)) {
                changes.add("%s (%s) is no own day any more".formatted(day, name));
            }
        });
        return changes;
    }

    private static String said(@Nullable Region region) {
        return region == null ? "nowhere" : region.name();
    }
}
