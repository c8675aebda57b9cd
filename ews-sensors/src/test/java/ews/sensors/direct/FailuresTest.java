package ews.sensors.direct;

import static org.assertj.core.api.Assertions.assertThat;

import ews.sensors.intake.IntakeUnavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailuresTest {

    /** Connection lost, disk full, shut down, terminated. */
    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "57P01", "57P03", "58030"})
    void tellsTheSenderToComeAgainAfterAnOutage(String state) {
        var failure = new DataAccessResourceFailureException("down", new SQLException("down", state));

        assertThat(Failures.isOutage(failure)).isTrue();
        assertThat(Failures.toSender(failure))
                .isInstanceOfSatisfying(
                        IntakeUnavailable.class,
                        it -> assertThat(it.retryAfter()).isPositive());
    }

    @Test
    void takesAnEmptyConnectionPoolForAnOutage() {
        assertThat(Failures.isOutage(new CannotCreateTransactionException(
                        "none left", new SQLTransientConnectionException("timed out"))))
                .isTrue();
    }

    @Test
    void doesNotTellTheSenderToRepeatWhatWillNeverBeTaken() {
        var failure = new DataIntegrityViolationException("no", new SQLException("invalid byte sequence", "22021"));

        assertThat(Failures.isOutage(failure)).isFalse();
        assertThat(Failures.toSender(failure)).isNotInstanceOf(IntakeUnavailable.class);
    }
}
