package ews.dashboard.setup.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.domain.audit.Actor;
import ews.domain.holiday.Holiday;
import ews.domain.holiday.OrganisationHolidays;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HolidaysPageTest extends FormTest {

    @Autowired
    private OrganisationHolidays holidays;

    @Autowired
    private OrganisationDays days;

    @Test
    void anAdminChoosesACountryAndAPartOfIt() {
        assertThat(html(get("/setup/holidays")))
                .contains("No holidays yet", "<option value=\"de\">Germany</option>")
                .doesNotContain("Fill in those of");
        assertThat(html(get("/setup/holidays?country=de")))
                .contains("Fill in those of Germany", "<option value=\"de-by\">Bavaria</option>");

        String filled = follow(post("/setup/holidays/region", "region", "de-by"));

        assertThat(filled)
                .contains(
                        "The public holidays of Germany, Bavaria are in the calendar.",
                        "Epiphany",
                        "<h2 id=\"year-" + (days.today().getYear() + 2) + "\"")
                .containsPattern("value=\"de-by\" selected");
        assertThat(audited()).endsWith("holidays.region_chosen");
    }

    @Test
    void aCountryWithoutPartsIsChosenAtOnce() {
        assertThat(html(get("/setup/holidays?country=jp")))
                .contains("Fill in those of Japan", "<input type=\"hidden\" name=\"region\" value=\"jp\">")
                .doesNotContain("Where in the country");
    }

    @Test
    void anUnknownRegionChangesNothing() {
        assertThat(follow(post("/setup/holidays/region", "region", "de-xx")))
                .contains("There are no holidays of “de-xx”. Choose one of the list.");
        assertThat(html(get("/setup/holidays?country=%3Cb%3E"))).contains("No holidays yet");
        assertThat(holidays.region()).isEmpty();
    }

    @Test
    void anOwnDayIsAddedAndRemoved() {
        LocalDate day = days.today().plusDays(30);

        assertThat(follow(post("/setup/holidays", "day", day.toString(), "name", "Company outing")))
                .contains("It is in the calendar.", "Company outing");
        assertThat(holidays.all()).containsExactly(new Holiday(day, "Company outing", true, false));

        assertThat(follow(post("/setup/holidays/" + day + "/removal"))).doesNotContain("Company outing");
        assertThat(holidays.all()).isEmpty();
        assertThat(audited()).endsWith("holiday.added", "holiday.removed");
    }

    @Test
    void whatIsWrongIsSaidAndKept() {
        LocalDate today = days.today();
        holidays.add(today, "Founders' day", Actor.of(admin));

        assertThat(html(post("/setup/holidays", "day", "soon", "name", "")))
                .contains("A day as YYYY-MM-DD", "Please fill this in.", "value=\"soon\"");
        assertThat(html(post("/setup/holidays", "day", "", "name", "Outing")))
                .contains("Please choose a day.", "value=\"Outing\"");
        assertThat(html(post("/setup/holidays", "day", "+999999999-01-01", "name", "Outing")))
                .contains("A day from 1 Jan " + today.getYear());
        assertThat(html(post("/setup/holidays", "day", today.toString(), "name", "Outing")))
                .contains("is a holiday already: Founders&#39; day.");
        assertThat(holidays.all()).hasSize(1);
    }

    @Test
    void peopleWorkOnAPublicHolidayAndKeepItAgain() {
        follow(post("/setup/holidays/region", "region", "us"));
        LocalDate day = LocalDate.of(days.today().getYear() + 1, 11, 11);

        assertThat(follow(post("/setup/holidays/" + day + "/off"))).contains("Working day");
        assertThat(follow(post("/setup/holidays/" + day + "/on"))).doesNotContain("Working day");
        assertThat(post("/setup/holidays/+999999999-01-01/off")).hasStatus(404);
    }

    @Test
    void tasksThatAreDueOnAHolidayAreNamed() {
        LocalDate day = days.today().plusDays(30);
        jdbc.sql("""
                        insert into task (account_id, title, detail, role, status, due_on, created_at)
                        values (:account, 'Call the sponsor', 'Ask.', 'csm', 'open', :day, now())
                        """).param("account", account("quarry")).param("day", day).update();
        assertThat(html(get("/setup/holidays"))).doesNotContain("Call the sponsor");

        follow(post("/setup/holidays", "day", day.toString(), "name", "Outing"));

        assertThat(html(get("/setup/holidays")))
                .contains("Open tasks that are due on a holiday", "Call the sponsor", "quarry · nobody");
    }
}
