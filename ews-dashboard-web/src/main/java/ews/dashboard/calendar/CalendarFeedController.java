package ews.dashboard.calendar;

import ews.plays.calendar.CalendarFeeds;
import ews.plays.calendar.MemberCalendar;
import ews.plays.channel.OwnAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers calendars, which do not sign in: whoever knows the address reads. */
@RestController
class CalendarFeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;
    private final MemberCalendar calendar;
    private final OwnAddress address;

    CalendarFeedController(CalendarFeeds feeds, MemberCalendar calendar, OwnAddress address) {
        this.feeds = feeds;
        this.calendar = calendar;
        this.address = address;
    }

    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<String> read(@PathVariable String secret) {
        String base = address.of("")
                .orElseGet(() ->
                        ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        return feeds.withSecret(secret)
                .map(member -> ResponseEntity.ok().contentType(CALENDAR).body(calendar.of(member, base)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
