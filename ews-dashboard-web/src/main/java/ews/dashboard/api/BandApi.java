package ews.dashboard.api;

import ews.detection.override.Overrides;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.score.Band;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A judgment in place of the computed band, for some time and with a reason. */
@RestController
class BandApi {

    private static final List<Band> BANDS = List.of(Band.GOOD, Band.AVERAGE, Band.POOR);

    private final Overrides overrides;
    private final Accounts accounts;

    BandApi(Overrides overrides, Accounts accounts) {
        this.overrides = overrides;
        this.accounts = accounts;
    }

    @PostMapping({"/v1/accounts/{account}/band", "/v1/band"})
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable(required = false) @Nullable String account, HttpServletRequest request, Actor actor)
            throws IOException {
        AccountId id = known(account, request);
        Body body = Body.of(request, "band", "reason", "until");
        String code = body.text("band");
        Band band = BANDS.stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("band: must be one of %s."
                        .formatted(
                                Arrays.toString(BANDS.stream().map(Band::code).toArray()))));
        String reason = body.text("reason");
        LocalDate until =
                body.day("until").orElseThrow(() -> Problem.badRequest("until: is missing; give the last day."));
        Problem.telling(() -> {
            overrides.set(id, band, reason, until, actor);
            return true;
        });
    }

    /** The computed band counts again; nothing happens where it does already. */
    @DeleteMapping({"/v1/accounts/{account}/band", "/v1/band"})
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable(required = false) @Nullable String account, HttpServletRequest request, Actor actor) {
        overrides.end(known(account, request), actor);
    }

    private AccountId known(@Nullable String inPath, HttpServletRequest request) {
        var parameters = inPath == null ? new Parameters(request, "account") : new Parameters(request);
        String key = parameters.accountKey(inPath);
        return accounts.withKey(key).orElseThrow(() -> Problem.noAccount(key)).id();
    }
}
