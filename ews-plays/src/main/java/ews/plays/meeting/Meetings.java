package ews.plays.meeting;

import ews.domain.TransitionRefused;
import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import ews.plays.touchpoint.TouchpointKind;
import ews.plays.touchpoint.Touchpoints;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Plans meetings with contacts, moves them and calls them off; everybody who is invited is told each time. */
@Repository
public class Meetings {

    private static final int MOST_GUESTS = 20;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final MeetingLists lists;
    private final Accounts accounts;
    private final InvitationEmails invitations;
    private final Touchpoints touchpoints;
    private final AuditLog audit;
    private final OrganisationDays days;

    Meetings(
            JdbcClient jdbc,
            JsonMapper json,
            MeetingLists lists,
            Accounts accounts,
            InvitationEmails invitations,
            Touchpoints touchpoints,
            AuditLog audit,
            OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.lists = lists;
        this.accounts = accounts;
        this.invitations = invitations;
        this.touchpoints = touchpoints;
        this.audit = audit;
        this.days = days;
    }

    /**
     * Plans a meeting and invites the contacts, once for each key. Nobody of the sample company is written to.
     *
     * @return the meeting, or the earlier one of that key
     * @throws IllegalArgumentException if it cannot be planned like that; the message says what to change
     */
    @Transactional
    public Meeting plan(NewMeeting typed, Actor actor) {
        List<Guest> guests = typed.guests().stream().map(Guest::of).toList();
        if (guests.isEmpty() || guests.size() > MOST_GUESTS) {
            throw new IllegalArgumentException(
                    "A meeting has 1 to %d guests; this one has %d.".formatted(MOST_GUESTS, guests.size()));
        }
        String uid = "meeting-%s-%s@ews".formatted(typed.account(), typed.key());
        if (insert(typed, uid, guests) == 0) {
            return lists.withUid(uid).orElseThrow();
        }
        Meeting meeting = lists.withUid(uid).orElseThrow();
        if (isReal(meeting)) {
            invitations.send(meeting);
        }
        audit.record(
                actor,
                "meeting.planned",
                "account " + meeting.account(),
                Map.of("title", meeting.title(), "start", meeting.start().toString(), "guests", guests.size()));
        return meeting;
    }

    /**
     * Moves a meeting to another time and tells everybody.
     *
     * @throws IllegalArgumentException if that time is over
     * @throws TransitionRefused if it was called off or has taken place
     * @throws NoSuchElementException if there is no such meeting
     */
    @Transactional
    public Meeting move(MeetingId id, Instant start, int minutes, String place, Actor actor) {
        Meeting before = existing(id);
        String where = Objects.requireNonNullElse(Written.optional("place", place, Written.LINE), "");
        if (before.start().equals(start)
                && before.minutes() == minutes
                && before.place().equals(where)) {
            return before;
        }
        int moved = jdbc.sql("""
                        update meeting set starts_at = :start, minutes = :minutes, place = :place, sequence = sequence + 1
                        where id = :id and status = 'planned'
                        """)
                .param("start", toCome(start).atOffset(ZoneOffset.UTC))
                .param("minutes", possible(minutes))
                .param("place", where)
                .param("id", id.value())
                .update();
        Meeting after = changed(moved, id);
        if (isReal(after)) {
            invitations.send(after);
        }
        audit.record(
                actor,
                "meeting.moved",
                "account " + after.account(),
                Map.of(
                        "title",
                        after.title(),
                        "from",
                        before.start().toString(),
                        "to",
                        after.start().toString()));
        return after;
    }

    /**
     * Calls a meeting off and tells everybody. That is possible until its day is over, for those that did not take place.
     *
     * @throws TransitionRefused if it was called off already, or has taken place
     * @throws NoSuchElementException if there is no such meeting
     */
    @Transactional
    public Meeting cancel(MeetingId id, Actor actor) {
        existing(id);
        int cancelled = jdbc.sql("""
                        update meeting set status = 'cancelled', sequence = sequence + 1 where id = :id and status = 'planned'
                        """).param("id", id.value()).update();
        Meeting meeting = changed(cancelled, id);
        if (isReal(meeting)) {
            invitations.callOff(meeting);
        }
        audit.record(actor, "meeting.cancelled", "account " + meeting.account(), Map.of("title", meeting.title()));
        return meeting;
    }

    /** Logs the meetings of the days that are over, at the time at which they began. */
    @Transactional
    public void logHeld() {
        for (Meeting meeting : lists.plannedBefore(days.startOf(days.today()))) {
            int held = jdbc.sql("update meeting set status = 'held' where id = :id and status = 'planned'")
                    .param("id", meeting.id().value())
                    .update();
            if (held == 1) {
                touchpoints.log(
                        meeting.account(),
                        TouchpointKind.MEETING,
                        meeting.start(),
                        "“%s” with %s".formatted(meeting.title(), meeting.guestNames()),
                        meeting.run(),
                        new Actor(meeting.member(), meeting.organiser()));
            }
        }
    }

    private int insert(NewMeeting typed, String uid, List<Guest> guests) {
        return jdbc.sql("""
                        insert into meeting (account_id, uid, sequence, title, detail, place, starts_at, minutes, member_id,
                                             organiser, organiser_email, guests, run_id, status)
                        values (:account, :uid, 0, :title, :detail, :place, :start, :minutes, :member,
                                :organiser, :email, :guests::jsonb, :run, 'planned')
                        on conflict (uid) do nothing
                        """)
                .param("account", typed.account().value())
                .param("uid", uid)
                .param("title", Written.required("title", typed.title(), Written.LINE))
                .param("detail", orEmpty(Written.optional("text", typed.detail(), Written.TEXT)))
                .param("place", orEmpty(Written.optional("place", typed.place(), Written.LINE)))
                .param("start", toCome(typed.start()).atOffset(ZoneOffset.UTC))
                .param("minutes", possible(typed.minutes()))
                .param("member", typed.organiser().id().value())
                .param("organiser", typed.organiser().name())
                .param("email", typed.organiser().email())
                .param("guests", json.writeValueAsString(guests))
                .param("run", typed.run() == null ? null : typed.run().value())
                .update();
    }

    private Instant toCome(Instant start) {
        if (!start.isAfter(days.now())) {
            throw new IllegalArgumentException(
                    "A meeting is planned for a time to come; one that has taken place is logged as a touchpoint.");
        }
        return start;
    }

    private static int possible(int minutes) {
        if (minutes < 5 || minutes > 1440) {
            throw new IllegalArgumentException("A meeting takes 5 to 1,440 minutes, not %d.".formatted(minutes));
        }
        return minutes;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n");
    }

    private Meeting existing(MeetingId id) {
        return lists.withId(id).orElseThrow(() -> new NoSuchElementException("There is no meeting " + id));
    }

    private Meeting changed(int rows, MeetingId id) {
        Meeting now = existing(id);
        if (rows == 0) {
            throw new TransitionRefused("The meeting “%s” is %s: only one that is planned can be changed."
                    .formatted(now.title(), now.state().code()));
        }
        return now;
    }

    /** The contacts of the sample company are made up. */
    private boolean isReal(Meeting meeting) {
        return accounts.withId(meeting.account()).filter(Account::sample).isEmpty();
    }
}
