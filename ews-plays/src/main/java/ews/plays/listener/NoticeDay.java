package ews.plays.listener;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days read in notices, which is as on pages: {@code 19 Nov 2026}. */
final class NoticeDay {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private NoticeDay() {}

    static String say(LocalDate day) {
        return DAY.format(day);
    }
}
