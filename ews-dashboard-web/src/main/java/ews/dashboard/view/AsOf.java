package ews.dashboard.view;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The day that a page looks at: today, unless its address says another one. */
public final class AsOf {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private AsOf() {}

    /** @throws ResponseStatusException 400 if the text is not a day between the year 2000 and today */
    public static LocalDate parse(@Nullable String text, LocalDate today) {
        if (text == null || text.isBlank()) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(EARLIEST) && !day.isAfter(today)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw refused(text, today, e);
        }
        throw refused(text, today, null);
    }

    private static ResponseStatusException refused(String text, LocalDate today, @Nullable Exception cause) {
        return new ResponseStatusException(
                HttpStatus.BAD_REQUEST,
                "asOf must be a day from %s to %s, as %s; not “%s”".formatted(EARLIEST, today, today, text),
                cause);
    }
}
