package ews.dashboard.api;

import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import ews.plays.checkin.CheckInResult;
import ews.plays.checkin.CheckIns;
import ews.plays.checkin.NextCheckIn;
import ews.plays.checkin.NextCheckIns;
import ews.plays.touchpoint.TouchpointKind;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Check-ins: those that took place, and the accounts that are due for one. */
@RestController
class CheckInApi {

    private static final List<String> RESULTS =
            Stream.of(CheckInResult.values()).map(CheckInResult::code).toList();

    private final CheckInLog log;
    private final CheckIns checkIns;
    private final NextCheckIns next;
    private final Accounts accounts;
    private final Members members;
    private final OnBehalf onBehalf;
    private final OrganisationDays days;

    CheckInApi(
            CheckInLog log,
            CheckIns checkIns,
            NextCheckIns next,
            Accounts accounts,
            Members members,
            OnBehalf onBehalf,
            OrganisationDays days) {
        this.log = log;
        this.checkIns = checkIns;
        this.next = next;
        this.accounts = accounts;
        this.members = members;
        this.onBehalf = onBehalf;
        this.days = days;
    }

    /**
     * An account that is due for a check-in.
     *
     * @param csm the e-mail address of its CSM
     * @param everyDays its cadence
     * @param reason why it has a cadence of its own; {@code null} where that of its segment counts
     * @param missedOn when nobody was reached since the last touch
     */
    record Due(
            String account,
            String accountName,
            String band,
            @Nullable String csm,
            @Nullable Integer everyDays,
            @Nullable String reason,
            @Nullable LocalDate lastTouchOn,
            @Nullable LocalDate missedOn,
            LocalDate dueOn) {

        static Due of(NextCheckIn it, Map<MemberId, String> emails) {
            return new Due(
                    it.accountKey(),
                    it.accountName(),
                    it.band().code(),
                    it.csm() == null ? null : emails.get(it.csm()),
                    it.every(),
                    it.ownReason(),
                    it.lastTouch(),
                    it.missed(),
                    Objects.requireNonNull(it.due()));
        }
    }

    @GetMapping("/v1/check-ins")
    Page<CheckInLog.Item> checkIns(HttpServletRequest request) {
        var parameters = new Parameters(request, "account", "result", "cursor", "limit");
        return log.page(
                parameters.account(accounts).orElse(null),
                parameters.oneOf("result", RESULTS).orElse(null),
                parameters.cursor(2).orElse(null),
                parameters.limit());
    }

    @GetMapping("/v1/check-ins/due")
    Page<Due> due(HttpServletRequest request) {
        var parameters = new Parameters(request, "csm", "until", "cursor", "limit");
        LocalDate until = parameters.day("until").orElseGet(days::today);
        MemberId csm = parameters
                .member("csm", members)
                .flatMap(members::withEmail)
                .map(Member::id)
                .orElse(null);
        Cursor after = parameters.cursor(2).orElse(null);
        int limit = parameters.limit();
        List<NextCheckIn> rows = after == null
                ? next.due(csm, until, 1, limit + 1)
                : next.dueAfter(csm, until, after.day(0), new AccountId(after.number(1)), limit + 1);
        Map<MemberId, String> emails = members.all().stream().collect(Collectors.toMap(Member::id, Member::email));
        Page<NextCheckIn> page =
                Page.of(rows, limit, row -> Cursor.after(Objects.requireNonNull(row.due()), row.account()));
        return new Page<>(page.items().stream().map(it -> Due.of(it, emails)).toList(), page.next());
    }

    @PostMapping("/v1/check-ins")
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    CheckInLog.Item log(HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        Body body = Body.of(request, "account", "kind", "result", "note", "time", "by");
        String key = body.text("account");
        String kind = body.text("kind");
        String result = body.text("result");
        String note = body.optionalText("note", Written.TEXT).orElse("");
        Instant time = body.optionalText("time").map(CheckInApi::time).orElseGet(days::now);
        Account account = accounts.withKey(key).orElseThrow(() -> Problem.noAccount(key));
        Actor author = onBehalf.of(body, actor);
        return Problem.telling(() -> log.withId(
                checkIns.record(account.id(), TouchpointKind.of(kind), CheckInResult.of(result), time, note, author)
                        .id()));
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("time: must be a time with its offset, like 2026-09-30T14:12:00Z.");
        }
    }
}
