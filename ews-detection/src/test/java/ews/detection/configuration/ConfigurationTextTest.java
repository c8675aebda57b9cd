package ews.detection.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.Limit;
import ews.domain.score.MissingData;
import ews.domain.score.SweetSpot;
import ews.domain.segment.Condition;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class ConfigurationTextTest {

    private static final HealthProfile PROFILE = new HealthProfile(
            List.of(
                    new Indicator(
                            IndicatorGroup.PRODUCT_USAGE,
                            new Measurement("active_users", 28).as(Form.CHANGE),
                            60,
                            95,
                            new SweetSpot(150, 300.5),
                            60,
                            MissingData.EXCLUDED),
                    new Indicator(
                            IndicatorGroup.SUPPORT_AND_OPERATIONS,
                            new Measurement("open_issues", 0),
                            6,
                            0,
                            40,
                            MissingData.POOR)),
            List.of(new Limit(new Measurement("days_overdue", 0), true, 60, Limit.Kind.CAP, Band.AVERAGE)),
            70,
            40,
            2,
            30);

    static final Configuration TWO = new Configuration(List.of(
            new Configuration.Segment(
                    "big_ones",
                    "Big ones",
                    List.of(
                            new Condition.Attribute("plan", List.of("enterprise", "on")),
                            new Condition.Threshold(new Measurement("seat_utilization", 28), true, 12.5)),
                    PROFILE),
            new Configuration.Segment("others", "Others", List.of(), PROFILE)));

    @Test
    void writesWhatPeopleCanRead() {
        assertThat(ConfigurationText.yaml(TWO)).contains("""
                segments:
                  - key: big_ones
                    name: Big ones
                    conditions:
                      - attribute: plan
                        is: [enterprise, "on"]
                      # Seat utilization, 28 days, in %
                      - metric: seat_utilization
                        days: 28
                        atLeast: 12.5
                    profile:
                      indicators:
                        # Active users, 28 days, of the period before, in %
                        - group: product_usage
                          metric: active_users
                          days: 28
                          form: change
                          poorAt: 60
                          goodAt: 95
                          goodUntil: 150
                          poorAgainAt: 300.5
                          weight: 60
                          missing: excluded
                """).contains("""
                      limits:
                        # Days overdue, in days
                        - metric: days_overdue
                          atLeast: 60
                          cap: average
                      goodFrom: 70
                      averageFrom: 40
                      margin: 2
                      leastKnown: 30
                """);
    }

    @Test
    void readsWhatItWrote() {
        assertThat(read(ConfigurationText.yaml(TWO))).isEqualTo(TWO);
        assertThat(read(ConfigurationText.tree(TWO).toString())).isEqualTo(TWO);
    }

    @Test
    void readsEveryTextThatItWrote() {
        var random = new Random(7);
        String alphabet = "abZ09 :#'\"\\/-_,.[]{}&*!|>%@`?~=<+äß漢🙂\u0085\u00a0\u2028\ufeff";
        int[] characters = alphabet.codePoints().toArray();
        for (int i = 0; i < 2000; i++) {
            String value = random.ints(1 + random.nextInt(8), 0, characters.length)
                    .mapToObj(it -> Character.toString(characters[it]))
                    .collect(Collectors.joining())
                    .replace("\u0085", "")
                    .strip();
            if (value.isBlank()) {
                continue;
            }
            Configuration configuration = new Configuration(List.of(
                    new Configuration.Segment(
                            "some", "Some", List.of(new Condition.Attribute("plan", List.of(value, "x"))), PROFILE),
                    TWO.segments().getLast()));
            assertThat(read(ConfigurationText.yaml(configuration))).as(value).isEqualTo(configuration);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"true", "No", "null", "~", "1", "1e3", "0x1F", "1_000", "2026-11-20", ".inf", "-", "=", "<<"})
    void keepsTextThatLooksLikeSomethingElse(String value) {
        Configuration configuration = new Configuration(List.of(
                new Configuration.Segment(
                        "some", "Some", List.of(new Condition.Attribute("plan", List.of(value))), PROFILE),
                TWO.segments().getLast()));

        assertThat(read(ConfigurationText.yaml(configuration))).isEqualTo(configuration);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            poorAt: 60        | poorAt: many       | segments[0].profile.indicators[0].poorAt: must be a number, like 40 or 12.5
            poorAt: 60        | poorAt: 95         | segments[0].profile.indicators[0].poorAt: Product usage: 'fully poor at' and 'fully good at' must be two different numbers
            poorAt: 60        | poorat: 60         | segments[0].profile.indicators[0].poorat: there is no such field; use group, metric, subject, days, form, poorAt, goodAt, goodUntil, poorAgainAt, weight, missing
            weight: 60        | weight: 59         | segments[0].profile: The weights must add up to 100; they add up to 99
            weight: 60        | weight: "60"       | segments[0].profile.indicators[0].weight: must be a whole number from 1 to 100
            form: change      | form: chnge        | segments[0].profile.indicators[0].form: must be one of value, change, habit, peers
            cap: average      | cap: good          | segments[0].profile.limits[0].cap: must be one of average, poor
            cap: average      | floor: poor        | segments[0].profile.limits[0].floor: must be one of good, average
            key: big_ones     | key: others        | segments[1].key: another segment has this key
            key: big_ones     | key: big-ones      | segments[0].key: may have letters, digits and underscores
            name: Big ones    | name: others       | segments[1].name: another segment has this name
            name: Big ones    | name: 5            | segments[0].name: must be a text; put it in quotes
            atLeast: 12.5     | atLeast: 1e99      | segments[0].conditions[1].atLeast: must be a number, like 40 or 12.5
            days: 28          | days: 0            | segments[0].conditions[1].days: must be a whole number from 1 to 180
            metric: days_overdue | metric: days_ovrdue | segments[0].profile.limits[0].metric: There is no metric 'days_ovrdue'
            """)
    void namesThePlaceAndSaysWhatToDo(String right, String wrong, String problem) {
        String text = ConfigurationText.yaml(TWO).replaceFirst(right.replace("[", "\\["), wrong);

        assertThatExceptionOfType(InvalidDocument.class)
                .isThrownBy(() -> read(text))
                .satisfies(it -> assertThat(it.problems()).anyMatch(each -> each.startsWith(problem)));
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        String text =
                ConfigurationText.yaml(TWO).replace("weight: 60", "weight: 0").replace("margin: 2", "margin: 99");

        assertThatExceptionOfType(InvalidDocument.class)
                .isThrownBy(() -> read(text))
                .satisfies(it -> assertThat(it.problems()).hasSize(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "5",
                "segments:",
                "segments: []",
                "segments: [5]",
                "{",
                "a: b: c",
                "segments: [[]]\n---\nb: 1",
                "\0",
                "segments: &a [*a]",
                "segments: []\nsegments: []",
                "!!java.lang.ProcessBuilder [ls]"
            })
    void refusesWhatIsNoConfiguration(String text) {
        assertThatExceptionOfType(InvalidDocument.class)
                .isThrownBy(() -> read(text))
                .satisfies(it -> assertThat(it.problems()).isNotEmpty());
    }

    @Test
    void refusesDeepAndHugeDocuments() {
        assertThatExceptionOfType(InvalidDocument.class).isThrownBy(() -> read("[".repeat(100_000)));
        assertThatExceptionOfType(InvalidDocument.class).isThrownBy(() -> read("#".repeat(2_000_000)));
    }

    @Test
    void refusesConditionsOfTheLastSegmentAndAMissingOne() {
        Configuration turned = new Configuration(TWO.segments().reversed());

        assertThatExceptionOfType(InvalidDocument.class)
                .isThrownBy(() -> read(ConfigurationText.yaml(turned)))
                .satisfies(
                        it -> assertThat(it.problems())
                                .containsExactly(
                                        "segments[0].conditions: at least one, or no segment after it would get any account",
                                        "segments[1].conditions: the last segment takes everybody else, so it has none; leave them out"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear Ann,\n\n- one\n  - two: 3\n# four\n--- \"five\"\n\nAda",
                "{{contact.first_name|there}}\n: ? | > & * ! %",
                " begins with a space\nends",
                "ends with a line\n",
                "a line of spaces\n   \nends",
                "spaces after  \na line",
                "a\ttab\nand\rreturns\r\nand\u2028more",
                "\n"
            })
    void keepsTheLinesOfWhatOtherPartsHave(String text) {
        var list = JsonNodeFactory.instance.arrayNode();
        list.addObject().put("key", "hello").put("text", text).put("last", true);
        var configuration = new Configuration(TWO.segments(), null, null, null, Map.of("templates", list));

        String yaml = ConfigurationText.yaml(configuration);

        assertThat(ConfigurationText.configuration(yaml.getBytes(UTF_8), null, List.of("templates"))
                        .others())
                .as(yaml)
                .isEqualTo(configuration.others());
    }

    @Test
    void writesTextOfSeveralLinesAsPeopleDo() {
        var list = JsonNodeFactory.instance.arrayNode();
        list.addObject().put("key", "hello").put("text", "Dear Ann,\n\nhow are you?");

        assertThat(ConfigurationText.yaml(
                        new Configuration(TWO.segments(), null, null, null, Map.of("templates", list))))
                .endsWith("""
                templates:
                  - key: hello
                    text: |-
                      Dear Ann,

                      how are you?
                """);
    }

    @Test
    void knowsNoFieldsButThoseOfItsParts() {
        assertThatExceptionOfType(InvalidDocument.class)
                .isThrownBy(() -> read(ConfigurationText.yaml(TWO) + "templates: []\n"))
                .withMessage("templates: there is no such field; use segments, rules, inbox, holidays");
    }

    private static Configuration read(String text) {
        return ConfigurationText.configuration(text.getBytes(UTF_8));
    }
}
