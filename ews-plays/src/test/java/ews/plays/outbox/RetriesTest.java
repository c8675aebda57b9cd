package ews.plays.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 30", "3, 90", "6, 2430", "7, 3600", "29, 3600"})
    void theyGrowUntilAnHour(int attempt, long seconds) {
        assertThat(Retries.after(attempt, 0.5)).hasValue(Duration.ofSeconds(seconds));
    }

    @Test
    void chanceSpreadsThemByAFifth() {
        assertThat(Retries.after(1, 0)).hasValue(Duration.ofSeconds(8));
        assertThat(Retries.after(1, 1)).hasValue(Duration.ofSeconds(12));
    }

    @Test
    void thereIsNoneAfterTheLast() {
        assertThat(Retries.after(Retries.ATTEMPTS, 0.5)).isEmpty();
    }
}
