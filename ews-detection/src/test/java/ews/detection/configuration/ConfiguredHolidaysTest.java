package ews.detection.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ews.domain.audit.Actor;
import ews.domain.holiday.Holiday;
import ews.domain.holiday.HolidayPolicy;
import ews.domain.holiday.OrganisationHolidays;
import ews.domain.holiday.PublicHolidays;
import ews.domain.time.OrganisationDays;
import ews.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Days on which nobody works, in a file. */
@SpringBootTest
class ConfiguredHolidaysTest {

    @Autowired
    private Configurations configurations;

    @Autowired
    private OrganisationHolidays holidays;

    @Autowired
    private OrganisationDays days;

    @BeforeEach
    @AfterEach
    void asInstalled() {
        TestDatabase.clear();
    }

    /** Epiphany of next year, which is a public holiday in Bavaria. */
    private LocalDate epiphany() {
        return LocalDate.of(days.today().getYear() + 1, 1, 6);
    }

    @Test
    void readsLikeThisAndIsReadAgain() {
        Configuration wanted = with("de-by", LocalDate.of(2026, 12, 24), "Christmas Eve");

        assertThat(ConfigurationText.yaml(wanted)).endsWith("""
                holidays:
                  region: de-by
                  own:
                    - day: "2026-12-24"
                      name: Christmas Eve
                """);
        assertThat(ConfigurationText.configuration(yaml(wanted))).isEqualTo(wanted);
    }

    @Test
    void isPlannedAndApplied() {
        Configuration wanted = with("de-by", epiphany(), "Three kings");

        Plan plan = configurations.apply(wanted, null, "We are in Munich", Actor.SYSTEM);

        assertThat(plan.changesHealth()).isFalse();
        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.name()).isEqualTo("Holidays");
            assertThat(change.details())
                    .containsExactly(
                            "Public holidays of Germany, Bavaria, it was nowhere",
                            "Nobody works on %s (Three kings)".formatted(epiphany()));
        });
        assertThat(holidays.all()).contains(new Holiday(epiphany(), "Three kings", true, false));
        assertThat(configurations.plan(wanted).changesNothing()).isTrue();

        Plan back = configurations.apply(with(null, null, ""), null, "We moved", Actor.SYSTEM);

        assertThat(back.changes().getFirst().details())
                .contains("%s (Three kings) is no own day any more".formatted(epiphany()));
        assertThat(holidays.all()).isEmpty();
    }

    @Test
    void staysAsItIsWhereTheFileSaysNothingAboutIt() {
        holidays.add(epiphany(), "Three kings", Actor.SYSTEM);

        Configuration silent =
                new Configuration(configurations.now().configuration().segments());

        assertThat(configurations.plan(silent).changesNothing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            region: de-by           | region: de-xx | holidays.region: must be a country or a part of it that has holidays, like de or de-by
            region: de-by           | regoin: de-by | holidays.regoin: there is no such field; use region, own
            day: "2026-12-24"       | day: soon     | holidays.own[0].day: must be a day from 2000 to 2199 in quotes, like "2026-12-24"
            day: "2026-12-24"       | day: 9999-01-01 | holidays.own[0].day: must be a day from 2000 to 2199 in quotes, like "2026-12-24"
            name: Christmas Eve     | name: 24      | holidays.own[0].name: must be a text; put it in quotes
            """)
    void namesThePlaceOfWhatIsWrong(String right, String wrong, String problem) {
        byte[] text = ConfigurationText.yaml(with("de-by", LocalDate.of(2026, 12, 24), "Christmas Eve"))
                .replace(right, wrong)
                .getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(InvalidDocument.class)
                .isThrownBy(() -> ConfigurationText.configuration(text))
                .withMessage(problem);
    }

    private Configuration with(@Nullable String region, @Nullable LocalDate day, String name) {
        SortedMap<LocalDate, String> own = new TreeMap<>();
        if (day != null) {
            own.put(day, name);
        }
        return new Configuration(
                configurations.now().configuration().segments(),
                null,
                null,
                new HolidayPolicy(
                        region == null ? null : PublicHolidays.region(region).orElseThrow(), own));
    }

    private static byte[] yaml(Configuration configuration) {
        return ConfigurationText.yaml(configuration).getBytes(StandardCharsets.UTF_8);
    }
}
