package ews.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "0, USD, $0",
        "949.60, USD, $950",
        "1000, USD, $1k",
        "8400, EUR, €8.4k",
        "9960, GBP, £10k",
        "38000, EUR, €38k",
        "999499, USD, $999k",
        "999500, USD, $1.0M",
        "1249999, USD, $1.2M",
        "123400000, USD, $123M",
        "12000, CHF, CHF 12k",
        "-1200000, USD, −$1.2M"
    })
    void tellsMoneyShortly(BigDecimal amount, String currency, String text) {
        assertThat(Figures.money(amount, currency)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1200, '$1,200'", "99.5, '$99.50'", "-1.25, '−$1.25'"})
    void tellsMoneyToTheCent(BigDecimal amount, String text) {
        assertThat(Figures.exactMoney(amount, "USD")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 0 %", "1, 1000, < 1 %", "1, 3, 33 %", "999, 1000, 99 %", "1000, 1000, 100 %", "5, 0, 0 %"})
    void neverRoundsAShareToNothingOrEverything(long part, long whole, String text) {
        assertThat(Figures.percent(part, whole)).isEqualTo(text);
    }

    @Test
    void neverAddsUpCurrencies() {
        Arr arr = Arr.of(Map.of("USD", new BigDecimal("1200000"), "EUR", new BigDecimal("38000")));

        assertThat(arr.text()).isEqualTo("$1.2M");
        assertThat(arr.others()).isEqualTo("and €38k");
        assertThat(arr.plus(Arr.of(Map.of("EUR", new BigDecimal("2000")))).others())
                .isEqualTo("and €40k");
        assertThat(Arr.of(Map.of("USD", BigDecimal.ZERO)).text()).isEqualTo("–");
    }
}
