package ews.dashboard.setup.rule;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.ConditionFields;
import ews.dashboard.setup.Fields;
import ews.detection.rule.Audience;
import ews.detection.rule.Nature;
import ews.detection.rule.RuleDefinition;
import ews.detection.rule.RuleKind;
import ews.domain.score.Band;
import ews.domain.segment.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule as typed.
 *
 * @param segments keys of those that it is for; none for all
 * @param bands codes of those that it is for; none for all
 */
record RuleForm(
        @Nullable String name,
        @Nullable String nature,
        @Nullable String kind,
        @Nullable LookFields look,
        @Nullable List<String> segments,
        @Nullable List<String> bands,
        @Nullable List<ConditionFields> conditions,
        @Nullable String dwellDays,
        @Nullable String holdDays,
        @Nullable String coolDownDays,
        @Nullable String play) {

    static RuleForm of(RuleDefinition definition) {
        return new RuleForm(
                definition.name(),
                definition.nature().name(),
                KindChoice.of(definition.kind()).name(),
                LookFields.of(definition.kind()),
                definition.audience().segments(),
                definition.audience().bands().stream().map(Band::code).toList(),
                definition.audience().conditions().stream()
                        .map(ConditionFields::of)
                        .toList(),
                Integer.toString(definition.dwellDays()),
                Integer.toString(definition.holdDays()),
                Integer.toString(definition.coolDownDays()),
                typed(definition.play()));
    }

    /** A new one, with what its kind begins with. */
    static RuleForm of(KindChoice kind) {
        return new RuleForm(
                "",
                kind.nature().name(),
                kind.name(),
                LookFields.of(kind.start()),
                List.of(),
                List.of(),
                List.of(),
                "1",
                "7",
                "7",
                "");
    }

    /** What its page shows; where the kind is unknown, which {@link #read} tells, one that most rules are of. */
    public KindChoice choice() {
        return Stream.of(KindChoice.values())
                .filter(it -> it.name().equals(kind))
                .findFirst()
                .orElse(KindChoice.DECLINE);
    }

    public LookFields looks() {
        return look == null ? LookFields.EMPTY : look;
    }

    public List<ConditionFields> rows() {
        return conditions == null ? List.of() : conditions;
    }

    public boolean isFor(String segment) {
        return segments != null && segments.contains(segment);
    }

    public boolean isForBand(Band band) {
        return bands != null && bands.contains(band.code());
    }

    RuleForm named(String other) {
        return new RuleForm(
                other, nature, kind, look, segments, bands, conditions, dwellDays, holdDays, coolDownDays, play);
    }

    RuleForm withAnother(String kindOfCondition) {
        return with(Stream.concat(rows().stream(), Stream.of(ConditionFields.blank(kindOfCondition)))
                .limit(Audience.MOST_CONDITIONS)
                .toList());
    }

    RuleForm without(int row) {
        var left = new ArrayList<>(rows());
        if (row >= 0 && row < left.size()) {
            left.remove(row);
        }
        return with(left);
    }

    private RuleForm with(List<ConditionFields> rows) {
        return new RuleForm(name, nature, kind, look, segments, bands, rows, dwellDays, holdDays, coolDownDays, play);
    }

    /**
     * Empty if something is wrong, which {@code fields} then tells.
     *
     * @param segmentKeys that there are
     * @param plays the keys of those that there are
     */
    Optional<RuleDefinition> read(Fields fields, List<String> segmentKeys, List<String> plays) {
        Optional<String> title = fields.text("name", typed(name), RuleDefinition.LONGEST_NAME);
        Optional<Nature> chosen = fields.constant("nature", Nature.class, typed(nature));
        Optional<RuleKind> looksFor =
                fields.constant("look", KindChoice.class, typed(kind)).flatMap(it -> looks().read(it, fields));
        var read = new ArrayList<Condition>();
        for (int i = 0; i < rows().size(); i++) {
            rows().get(i).read(fields, "conditions[%d].".formatted(i)).ifPresent(read::add);
        }
        List<String> meant = segments == null ? List.of() : segments;
        if (!segmentKeys.containsAll(meant)) {
            fields.wrong("segments", "Please choose from the segments.");
        }
        List<Band> health = Stream.of(Band.values()).filter(this::isForBand).toList();
        if (bands != null && health.size() < bands.size()) {
            fields.wrong("bands", "Please choose from the bands.");
        }
        int dwell = fields.whole("dwellDays", typed(dwellDays), 1, RuleDefinition.LONGEST_DWELL)
                .orElse(1);
        int hold = fields.whole("holdDays", typed(holdDays), 0, RuleDefinition.LONGEST_HOLD)
                .orElse(0);
        int coolDown = fields.whole("coolDownDays", typed(coolDownDays), 0, RuleDefinition.LONGEST_HOLD)
                .orElse(0);
        String suggested = typed(play);
        if (!suggested.isEmpty() && !plays.contains(suggested)) {
            fields.wrong("play", "Please choose one of the plays.");
        }
        if (!fields.areRight() || looksFor.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RuleDefinition(
                title.orElseThrow(),
                chosen.orElseThrow(),
                looksFor.get(),
                new Audience(meant, health, read),
                dwell,
                hold,
                coolDown,
                suggested.isEmpty() ? null : suggested));
    }
}
