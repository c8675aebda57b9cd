package ews.detection.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ews.detection.rhythm.Direction;
import ews.detection.rule.Absence;
import ews.detection.rule.Audience;
import ews.detection.rule.BandEntered;
import ews.detection.rule.Decline;
import ews.detection.rule.FirstUse;
import ews.detection.rule.Frequency;
import ews.detection.rule.Growth;
import ews.detection.rule.Happening;
import ews.detection.rule.LowFeatureUse;
import ews.detection.rule.Milestone;
import ews.detection.rule.Nature;
import ews.detection.rule.NewUsers;
import ews.detection.rule.OverdueInvoice;
import ews.detection.rule.RenewalWithin;
import ews.detection.rule.Rhythm;
import ews.detection.rule.RuleDefinition;
import ews.detection.rule.RuleKind;
import ews.detection.rule.ScoreDrop;
import ews.detection.rule.Sequence;
import ews.detection.rule.SilentSource;
import ews.detection.rule.Threshold;
import ews.domain.event.EventType;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.segment.Condition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RuleDocumentTest {

    private static final RuleDocument.Known KNOWN =
            new RuleDocument.Known(List.of("enterprise", "smb"), List.of("declining-usage"));

    private static final RuleDefinition DECLINE = new RuleDefinition(
            "20 % decline in active users",
            Nature.RISK,
            new Decline(new Measurement("active_users", 28), 20, 10),
            new Audience(
                    List.of("enterprise"),
                    List.of(Band.AVERAGE, Band.POOR),
                    List.of(new Condition.Threshold(new Measurement("active_users", 28), true, 10))),
            2,
            14,
            7,
            "declining-usage");

    static Stream<RuleKind> kinds() {
        return Stream.of(
                new Decline(new Measurement("feature_events", 7, "report", Form.VALUE), 20, 10.5),
                new Growth(new Measurement("active_users", 28), 30, 0),
                new Rhythm(new Measurement("usage_events", 1), Direction.RISE, 25, 20, 12),
                new Rhythm(new Measurement("feature_events", 1, "report", Form.VALUE), Direction.FALL, 20, 5.5, 20),
                new Threshold(new Measurement("open_issues", 0), true, 5, null),
                new Threshold(new Measurement("active_users", 28).as(Form.HABIT), false, -2.5, -1.0),
                new Absence(new Happening(Happening.Type.ANY_USE), 14),
                new Frequency(new Happening(Happening.Type.USE, "report.exported"), 3, 30),
                new Sequence(
                        new Happening(Happening.Type.INVOICE_OVERDUE),
                        new Happening(Happening.Type.INVOICE_PAID),
                        14,
                        false),
                new Sequence(new Happening(Happening.Type.USE, "on"), new Happening(Happening.Type.DETRACTOR), 7, true),
                new LowFeatureUse("report", 28, 40, 0.2, 5),
                new LowFeatureUse("report", 28, 0, 1.5, 5),
                new LowFeatureUse("no", 14, 60, 0, 1),
                new FirstUse(7, 28, 3),
                new NewUsers(10, 7, 5, 28),
                new BandEntered(Band.POOR, 14),
                new ScoreDrop(15, 7),
                new OverdueInvoice(7),
                new RenewalWithin(90),
                new Milestone(Milestone.Date.TRIAL_END, 7, null),
                new Milestone(Milestone.Date.ATTRIBUTE, 0, "go-live date"),
                new SilentSource(EventType.USAGE, 2),
                new SilentSource(null, 0));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindComesBackThroughYamlAndJson(RuleKind kind) {
        var rule = new Configuration.Rule(
                "a-rule",
                true,
                new RuleDefinition("A rule", Nature.OPPORTUNITY, kind, Audience.EVERYBODY, 1, 0, 0, null));
        var configuration = new Configuration(ConfigurationTextTest.TWO.segments(), List.of(rule), null);

        assertThat(configuration(ConfigurationText.yaml(configuration))).isEqualTo(configuration);
        assertThat(configuration(ConfigurationText.tree(configuration).toString()))
                .isEqualTo(configuration);
    }

    @ParameterizedTest
    @EnumSource
    void noKindIsForgottenHere(KindName name) {
        assertThat(kinds().map(KindName::of)).contains(name);
    }

    @Test
    void writesWhatPeopleCanRead() {
        var rule = new Configuration.Rule("active-users-decline", true, DECLINE);
        var big = new Configuration.Segment(
                "enterprise",
                "Big ones",
                List.of(),
                ConfigurationTextTest.TWO.segments().getLast().profile());

        assertThat(ConfigurationText.yaml(new Configuration(List.of(big), List.of(rule), null)))
                .endsWith("""
                rules:
                  # When active users fell 20 % or more against the 28 days before, on 2 days in a row, for accounts in Big ones, in average or poor health where Active users, 28 days at least 10 users
                  - key: active-users-decline
                    enabled: true
                    name: "20 % decline in active users"
                    nature: risk
                    when:
                      kind: decline
                      metric: active_users
                      days: 28
                      percent: 20
                      leastBefore: 10
                    segments: [enterprise]
                    health: [average, poor]
                    conditions:
                      # Active users, 28 days, in users
                      - metric: active_users
                        days: 28
                        atLeast: 10
                    dwellDays: 2
                    holdDays: 14
                    coolDownDays: 7
                    play: declining-usage
                """);
    }

    @Test
    void whatMayBeLeftOutCanBe() {
        ObjectNode least = RuleDocument.write(DECLINE);
        least.remove(List.of("segments", "health", "conditions", "dwellDays", "holdDays", "coolDownDays", "play"));

        assertThat(RuleDocument.read(least, "rule", KNOWN))
                .isEqualTo(new RuleDefinition(
                        DECLINE.name(), Nature.RISK, DECLINE.kind(), Audience.EVERYBODY, 1, 0, 0, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "nature":"risk"     | "nature":"danger"   | rule.nature: must be one of risk, opportunity
            "kind":"decline"    | "kind":"fall"       | rule.when.kind: must be one of decline, growth, rhythm
            "percent":20        | "percent":101       | rule.when.percent: must be a whole number from 1 to 100
            "percent":20        | "per_cent":20       | rule.when.per_cent: there is no such field; use kind, metric, subject, days, percent, leastBefore
            "percent":20        | "per_cent":20       | rule.when.percent: is missing; it must be a whole number from 1 to 100
            "leastBefore":10    | "leastBefore":-1    | rule.when: Least value before must be 0 to
            "metric":"active_users","days":28,"percent" | "metric":"seats","percent" | rule.when: This compares two periods
            ["enterprise"]      | ["enterprise","x"]  | rule.segments: there is no segment with the key "x"; there are enterprise, smb
            ["average","poor"]  | ["average","bad"]   | rule.health: there is no "bad"; there are good, average, poor, unknown
            "play":"declining-usage" | "play":"x"     | rule.play: there is no play with the key "x"; there are declining-usage
            "dwellDays":2       | "dwellDays":0       | rule.dwellDays: must be a whole number from 1 to 90
            "dwellDays":2       | "dwell":2           | rule.dwell: there is no such field; use name, nature, when
            "atLeast":10        | "atLeast":"10"      | rule.conditions[0].atLeast: must be a number
            "name":"20 % decline in active users" | "name":" " | rule.name: must have 1 to 120 characters
            """)
    void namesThePlaceAndSaysWhatToDo(String right, String wrong, String problem) {
        String text = RuleDocument.write(DECLINE).toString();
        assertThat(text).contains(right);

        assertThatExceptionOfType(InvalidDocument.class)
                .isThrownBy(() -> RuleDocument.read(json(text.replace(right, wrong)), "rule", KNOWN))
                .satisfies(it -> assertThat(it.problems()).anyMatch(each -> each.startsWith(problem)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"absence","what":"use","days":14}                 | when.feature: is missing
            {"kind":"absence","what":"any_use","feature":"x","days":1}| when.feature: only what: use is about a feature; leave it out
            {"kind":"sequence","first":{"what":"any_use"},"days":7}   | when.then: is missing; it must have fields: what, feature
            {"kind":"sequence","first":{"what":"any_use"},"then":{"what":"detractor"},"without":{"what":"detractor"},"days":7} | when.without: use it or then, not both
            {"kind":"sequence","first":"any_use","then":{"what":"detractor"},"days":7} | when.first: must have fields: what, feature
            {"kind":"threshold","metric":"open_issues","atLeast":5,"atMost":6} | when.atMost: use it or atLeast, not both
            {"kind":"threshold","metric":"open_issues","atLeast":5,"overAt":6} | when: It must be over at
            {"kind":"rhythm","metric":"usage_events","days":7,"direction":"fall","percent":20,"leastPerWeek":20,"falseAlarms":20} | when.days: there is no such field
            {"kind":"rhythm","metric":"open_issues","direction":"fall","percent":20,"leastPerWeek":20,"falseAlarms":20} | when: A rhythm is about what is counted every day
            {"kind":"band_entered","band":"unknown","tenureDays":14}  | when.band: must be one of good, average, poor
            {"kind":"milestone","date":"attribute","days":14}         | when.attribute: is missing
            {"kind":"milestone","date":"trial_end","days":7,"attribute":"x"} | when.attribute: only date: attribute has one; leave it out
            {"kind":"low_feature_use","feature":"x","days":28,"leastUsers":5} | when: Give a percentage
            {"kind":5}                                                | when.kind: must be one of
            []                                                        | when.kind: is missing
            """)
    void saysWhatIsWrongWithEachKind(String when, String problem) {
        ObjectNode rule = RuleDocument.write(DECLINE);
        rule.set("when", json(when));

        assertThatExceptionOfType(InvalidDocument.class)
                .isThrownBy(() -> RuleDocument.read(rule, "", KNOWN))
                .satisfies(it -> assertThat(it.problems()).anyMatch(each -> each.startsWith(problem)));
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        String text = RuleDocument.write(DECLINE)
                .toString()
                .replace("\"percent\":20", "\"percent\":0")
                .replace("\"leastBefore\":10", "\"leastBefore\":\"x\"")
                .replace("\"holdDays\":14", "\"holdDays\":400");

        assertThatExceptionOfType(InvalidDocument.class)
                .isThrownBy(() -> RuleDocument.read(json(text), "rule", KNOWN))
                .satisfies(it -> assertThat(it.problems()).hasSize(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            key: first       | key: First       | rules[0].key: may have lowercase letters, digits, hyphens and underscores, and must not be one of dry-runs, matching, new
            key: first       | key: new         | rules[0].key: may have lowercase letters, digits, hyphens and underscores, and must not be one of dry-runs, matching, new
            key: first       | key: second      | rules[1].key: another rule has this key
            name: First      | name: second     | rules[1].name: another rule has this name
            enabled: true    | enabled: on      | rules[0].enabled: must be true or false
            enabled: true    | active: true     | rules[0].active: there is no such field; use key, enabled, name
            segments: [others] | segments: [gold] | rules[0].segments: there is no segment with the key "gold"; there are big_ones, others
            """)
    void namesThePlaceAmongTheRulesOfAConfiguration(String right, String wrong, String problem) {
        var audience = new Audience(List.of("others"), List.of());
        var configuration = new Configuration(
                ConfigurationTextTest.TWO.segments(),
                List.of(
                        new Configuration.Rule(
                                "first",
                                true,
                                new RuleDefinition("First", Nature.RISK, DECLINE.kind(), audience, 1, 0, 0, null)),
                        new Configuration.Rule(
                                "second",
                                false,
                                new RuleDefinition("Second", Nature.RISK, DECLINE.kind(), audience, 1, 0, 0, null))),
                null);
        String text = ConfigurationText.yaml(configuration);
        assertThat(text).contains(right);

        assertThatExceptionOfType(InvalidDocument.class)
                .isThrownBy(() -> configuration(text.replaceFirst(right.replace("[", "\\["), wrong)))
                .satisfies(it -> assertThat(it.problems()).anyMatch(each -> each.startsWith(problem)));
    }

    @Test
    void aConfigurationKnowsThePlaysThatThereAre() {
        var rule = new Configuration.Rule(
                "a", true, new RuleDefinition("A", Nature.RISK, DECLINE.kind(), Audience.EVERYBODY, 1, 0, 0, "gone"));
        byte[] text = ConfigurationText.yaml(
                        new Configuration(ConfigurationTextTest.TWO.segments(), List.of(rule), null))
                .getBytes(UTF_8);

        assertThatExceptionOfType(InvalidDocument.class)
                .isThrownBy(() -> ConfigurationText.configuration(text, List.of("win-back")))
                .withMessage("rules[0].play: there is no play with the key \"gone\"; there are win-back");
    }

    private static JsonNode json(String text) {
        return ConfigurationText.read(text.getBytes(UTF_8));
    }

    private static Configuration configuration(String text) {
        return ConfigurationText.configuration(text.getBytes(UTF_8));
    }
}
