package ews.dashboard.setup.profile;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A health profile as typed. */
record ProfileForm(
        @Nullable List<IndicatorFields> indicators,
        @Nullable List<LimitFields> limits,
        @Nullable String goodFrom,
        @Nullable String averageFrom,
        @Nullable String margin,
        @Nullable String leastKnown,
        @Nullable String reason,
        @Nullable String day) {

    private static final int MOST = 10;

    /** One indicator to fill in, and bands as most profiles have them. */
    static final ProfileForm BLANK =
            new ProfileForm(List.of(IndicatorFields.BLANK.weighing(100)), List.of(), "70", "40", "0", "30", "", "");

    static ProfileForm of(HealthProfile profile) {
        return new ProfileForm(
                profile.indicators().stream().map(IndicatorFields::of).toList(),
                profile.limits().stream().map(LimitFields::of).toList(),
                Integer.toString(profile.goodFrom()),
                Integer.toString(profile.averageFrom()),
                Integer.toString(profile.margin()),
                Integer.toString(profile.leastKnown()),
                "",
                "");
    }

    public List<IndicatorFields> rows() {
        return indicators == null ? List.of() : indicators;
    }

    ProfileForm withAnother() {
        return with(Stream.concat(rows().stream(), Stream.of(IndicatorFields.BLANK))
                .limit(MOST)
                .toList());
    }

    ProfileForm without(int row) {
        var left = new ArrayList<>(rows());
        if (row >= 0 && row < left.size()) {
            left.remove(row);
        }
        return with(left);
    }

    private ProfileForm with(List<IndicatorFields> rows) {
        return new ProfileForm(rows, limits, goodFrom, averageFrom, margin, leastKnown, reason, day);
    }

    public List<LimitFields> limitRows() {
        return limits == null ? List.of() : limits;
    }

    ProfileForm withAnotherLimit() {
        return withLimits(Stream.concat(limitRows().stream(), Stream.of(LimitFields.BLANK))
                .limit(HealthProfile.MOST_LIMITS)
                .toList());
    }

    ProfileForm withoutLimit(int row) {
        var left = new ArrayList<>(limitRows());
        if (row >= 0 && row < left.size()) {
            left.remove(row);
        }
        return withLimits(left);
    }

    private ProfileForm withLimits(List<LimitFields> rows) {
        return new ProfileForm(indicators, rows, goodFrom, averageFrom, margin, leastKnown, reason, day);
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<HealthProfile> read(Fields fields) {
        var read = new ArrayList<Indicator>();
        for (int i = 0; i < rows().size(); i++) {
            rows().get(i).read(fields, "indicators[%d].".formatted(i)).ifPresent(read::add);
        }
        if (rows().isEmpty() || rows().size() > MOST) {
            fields.wrong("indicators", "A profile has 1 to %d indicators.".formatted(MOST));
        }
        var readLimits = new ArrayList<Limit>();
        for (int i = 0; i < limitRows().size(); i++) {
            limitRows().get(i).read(fields, "limits[%d].".formatted(i)).ifPresent(readLimits::add);
        }
        if (limitRows().size() > HealthProfile.MOST_LIMITS) {
            fields.wrong("indicators", "A profile has at most %d limits.".formatted(HealthProfile.MOST_LIMITS));
        }
        OptionalInt good = fields.whole("goodFrom", typed(goodFrom), 2, 100);
        OptionalInt average = fields.whole("averageFrom", typed(averageFrom), 1, 99);
        OptionalInt wide = fields.whole("margin", typed(margin), 0, HealthProfile.WIDEST_MARGIN);
        OptionalInt known = fields.whole("leastKnown", typed(leastKnown), 1, 100);
        if (good.isPresent() && average.isPresent() && average.getAsInt() >= good.getAsInt()) {
            fields.wrong("averageFrom", "Average must begin below good.");
        }
        if (fields.areRight() && weights() != 100) {
            fields.wrong("indicators", "The weights must add up to 100; " + distance());
        }
        return fields.areRight()
                ? Optional.of(new HealthProfile(
                        read,
                        readLimits,
                        good.orElseThrow(),
                        average.orElseThrow(),
                        wide.orElseThrow(),
                        known.orElseThrow()))
                : Optional.empty();
    }

    private String distance() {
        int missing = 100 - weights();
        return "they add up to %d, so %d %s."
                .formatted(weights(), Math.abs(missing), missing > 0 ? "are missing" : "are too many");
    }

    public int weights() {
        return rows().stream().mapToInt(IndicatorFields::points).sum();
    }

    /** Advice, not rules: what good profiles have in common. */
    public List<String> hints() {
        List<IndicatorGroup> groups =
                rows().stream().flatMap(row -> row.chosenGroup().stream()).toList();
        long proactive = groups.stream().filter(IndicatorGroup::isProactive).count();
        long reactive = groups.size() - proactive;
        var hints = new ArrayList<String>();
        if (proactive < 2 || proactive > 3) {
            hints.add("Two or three proactive indicators work best; this profile has %d.".formatted(proactive));
        }
        if (reactive > 2) {
            hints.add("More than two reactive indicators tell too late; this profile has %d.".formatted(reactive));
        }
        if (rows().stream().anyMatch(row -> typed(row.weight()).equals("0"))) {
            hints.add("An indicator with weight 0 is shown with the score, but counts for nothing.");
        }
        if (weights() != 100) {
            hints.add("The weights add up to %d; they must add up to 100 to publish.".formatted(weights()));
        }
        return hints;
    }
}
