package ews.plays.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingTimesTest {

    private static Meeting meeting(Instant start, int minutes) {
        return new Meeting(
                new MeetingId(1),
                new AccountId(1),
                "Acme",
                "1@ews",
                0,
                "Kick-off",
                "",
                "",
                start,
                minutes,
                null,
                "Carla",
                "carla@example.com",
                List.of(new Guest("Ann Lee", "ann@acme.example")),
                null,
                MeetingState.PLANNED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-23T09:00:00Z | 30 | Monday 23 November 2026, 10:00–10:30 (Central European Time)",
                "2027-03-28T00:30:00Z | 60 | Sunday 28 March 2027, 01:30–03:30 (Central European Time)",
                "2026-12-31T22:30:00Z | 60 | "
                        + "Thursday 31 December 2026, 23:30 to Friday 1 January 2027, 00:30 (Central European Time)",
                "2028-02-28T09:00:00Z | 1440 | "
                        + "Monday 28 February 2028, 10:00 to Tuesday 29 February 2028, 10:00 (Central European Time)"
            })
    void theDayOfTheEndIsSaidWhereItIsAnother(Instant start, int minutes, String said) {
        assertThat(MeetingTimes.say(meeting(start, minutes), ZoneId.of("Europe/Berlin")))
                .isEqualTo(said);
    }
}
