package ews.sensors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.sensors.csv.CsvMapping.Dates;
import ews.sensors.csv.CsvMapping.Decimals;
import ews.sensors.dialect.Invalid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Cells german = new Cells(Dates.DAY_FIRST, Decimals.COMMA, BERLIN);
    private final Cells american = new Cells(Dates.MONTH_FIRST, Decimals.POINT, BERLIN);
    private final Cells iso = new Cells(Dates.YEAR_FIRST, Decimals.POINT, BERLIN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.56 | 1234.56",
                "1,234.56 | 1234.56",
                "$1,234 | 1234",
                "-5 | -5",
                "-€ 5 | -5",
                "1'000 | 1000",
                ".5 | 0.5",
                "1e3 | 1E+3"
            })
    void numbersWithAPoint(String cell, BigDecimal number) throws Invalid {
        assertThat(american.number(cell)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1234,56 | 1234.56", "1.234,56 | 1234.56", "1 234,5 | 1234.5", "12,50 € | 12.50", "7 | 7"})
    void numbersWithAComma(String cell, BigDecimal number) throws Invalid {
        assertThat(german.number(cell)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"twelve", "1,23,4", "1.2.3", "-", "€", "12 %", "1e99999999999"})
    void whatIsNoNumberSaysHowOneLooks(String cell) {
        assertThatThrownBy(() -> american.number(cell))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(cell);
    }

    @Test
    void aCommaIsNotTakenForAPoint() {
        assertThatThrownBy(() -> american.number("1234,56")).hasMessageContaining("such as 1,234.56");
    }

    @Test
    void datesInTheOrderThatWasChosen() throws Invalid {
        assertThat(german.date("03.04.2026")).isEqualTo(LocalDate.of(2026, 4, 3));
        assertThat(american.date("03/04/2026")).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(american.date("2026-04-03")).as("whatever was chosen").isEqualTo(LocalDate.of(2026, 4, 3));
        assertThat(iso.date("2026/4/3")).isEqualTo(LocalDate.of(2026, 4, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.2026", "13.13.2026", "01.02.26", "2026-04", "tomorrow", "2026-13-01"})
    void whatIsNoDateSaysHowOneLooks(String cell) {
        assertThatThrownBy(() -> german.date(cell))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("31.12.2026")
                .hasMessageContaining(cell);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20.11.2026 10:00 | 2026-11-20T09:00:00Z",
                "20.11.2026 10:00:05 | 2026-11-20T09:00:05Z",
                "20.07.2026 | 2026-07-19T22:00:00Z",
                "2026-11-20T10:00:00Z | 2026-11-20T10:00:00Z",
                "2026-11-20 10:00:00+02:00 | 2026-11-20T10:00:00+02:00",
                "2026-11-20 10:00:00 +0200 | 2026-11-20T10:00:00+0200",
                "2026-11-20 10:00:00.123 | 2026-11-20T09:00:00Z",
                "1763632800 | 2025-11-20T10:00:00Z",
                "1763632800123 | 2025-11-20T10:00:00.123Z"
            })
    void timesWithoutAZoneAreOfTheOrganisation(String cell, String time) throws Invalid {
        assertThat(german.time(cell)).isEqualTo(time);
    }

    @Test
    void timesOfHalfDays() throws Invalid {
        assertThat(american.time("11/20/2026 12:05 AM")).isEqualTo("2026-11-19T23:05:00Z");
        assertThat(american.time("11/20/2026 3:05 pm")).isEqualTo("2026-11-20T14:05:00Z");
        assertThatThrownBy(() -> american.time("11/20/2026 15:05 PM")).isInstanceOf(Invalid.class);
    }

    @Test
    void whatSpreadsheetsQuoteAgainstFormulasIsTakenAsItWas() {
        assertThat(Cells.text(" '=cmd ")).isEqualTo("=cmd");
        assertThat(Cells.text("'quoted'")).isEqualTo("'quoted'");
        assertThat(SafeCells.of("=cmd")).isEqualTo("'=cmd");
        assertThat(SafeCells.of("-5.20")).as("a number").isEqualTo("-5.20");
        assertThat(SafeCells.of("-2+3")).isEqualTo("'-2+3");
        assertThat(SafeCells.of("@sum")).isEqualTo("'@sum");
        assertThat(SafeCells.of("\tx")).isEqualTo("'\tx");
    }

    @Test
    void flagsAndCodes() throws Invalid {
        assertThat(Cells.flag("Yes")).isTrue();
        assertThat(Cells.flag("0")).isFalse();
        assertThatThrownBy(() -> Cells.flag("maybe")).hasMessageContaining("yes or no");
        assertThat(Cells.code("Payment Failed")).isEqualTo("payment_failed");
    }
}
