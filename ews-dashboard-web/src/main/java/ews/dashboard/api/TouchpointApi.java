package ews.dashboard.api;

import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import ews.plays.touchpoint.TouchpointKind;
import ews.plays.touchpoint.Touchpoints;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TouchpointApi {

    private final TouchpointList list;
    private final Touchpoints touchpoints;
    private final Accounts accounts;
    private final OnBehalf onBehalf;
    private final OrganisationDays days;

    TouchpointApi(
            TouchpointList list, Touchpoints touchpoints, Accounts accounts, OnBehalf onBehalf, OrganisationDays days) {
        this.list = list;
        this.touchpoints = touchpoints;
        this.accounts = accounts;
        this.onBehalf = onBehalf;
        this.days = days;
    }

    @GetMapping("/v1/touchpoints")
    Page<TouchpointList.Item> touchpoints(HttpServletRequest request) {
        var parameters = new Parameters(request, "account", "run", "cursor", "limit");
        return list.page(
                parameters.account(accounts).orElse(null),
                parameters.id("run").orElse(null),
                parameters.cursor(2).orElse(null),
                parameters.limit());
    }

    @PostMapping("/v1/touchpoints")
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    TouchpointList.Item log(HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        Body body = Body.of(request, "account", "kind", "time", "note", "run", "by");
        String key = body.text("account");
        String kind = body.text("kind");
        String note = body.optionalText("note", Written.TEXT).orElse("");
        Instant time = body.optionalText("time").map(TouchpointApi::time).orElseGet(days::now);
        RunId run = body.optionalId("run").map(RunId::new).orElse(null);
        Account account = accounts.withKey(key).orElseThrow(() -> Problem.noAccount(key));
        Actor author = onBehalf.of(body, actor);
        try {
            long id = Problem.telling(
                    () -> touchpoints.log(account.id(), TouchpointKind.of(kind), time, note, run, author));
            return list.withId(account.id(), id);
        } catch (NoSuchElementException e) {
            throw Problem.badRequest("run: the account \"%s\" has no run %s.".formatted(key, run));
        }
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("time: must be a time with its offset, like 2026-09-30T14:12:00Z.");
        }
    }
}
