package ews.dashboard.setup.source;

import static ews.dashboard.setup.Fields.typed;

import ews.domain.account.Accounts;
import ews.domain.event.EventType;
import ews.domain.time.OrganisationDays;
import ews.sensors.dialect.MalformedBody;
import ews.sensors.dialect.NativeDialect;
import ews.sensors.intake.Batch;
import ews.sensors.intake.EventIntake;
import ews.sensors.intake.IntakeUnavailable;
import ews.sensors.intake.Raw;
import ews.sensors.intake.Receipt;
import ews.sensors.intake.Rejection;
import ews.sensors.intake.TooFast;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.SourceId;
import ews.sensors.source.Sources;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Sends an event from the browser as a source, or only says whether it would be taken. */
@Controller
@RequestMapping("/setup/sources/{id}/try")
class TryItController {

    private static final String CHECK = "check";

    private final Sources sources;
    private final Accounts accounts;
    private final NativeDialect dialect;
    private final EventIntake intake;
    private final OrganisationDays days;

    TryItController(
            Sources sources, Accounts accounts, NativeDialect dialect, EventIntake intake, OrganisationDays days) {
        this.sources = sources;
        this.accounts = accounts;
        this.dialect = dialect;
        this.intake = intake;
        this.days = days;
    }

    /** @param type of the event to begin with; nothing for usage */
    @GetMapping
    String page(@PathVariable int id, @RequestParam(required = false) @Nullable String type, Model model) {
        EventType chosen = Arrays.stream(EventType.values())
                .filter(it -> it.code().equals(type))
                .findFirst()
                .orElse(EventType.USAGE);
        return page(existing(id), chosen, SampleEvents.of(chosen, days.now()), null, model);
    }

    /**
     * @param body one event in our own JSON
     * @param action {@code check} for looking only; anything else sends it
     */
    @PostMapping
    String send(
            @PathVariable int id,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String action,
            Model model) {
        Source source = existing(id);
        String sent = typed(body);
        return page(source, null, sent, outcome(source, sent, CHECK.equals(action)), model);
    }

    /**
     * What became of it.
     *
     * @param good whether it is an event that counts
     * @param text in a sentence
     * @param code of what is wrong; {@code null} if nothing is
     * @param account where it counts, to look at; {@code null} if it is not there
     */
    record Outcome(
            boolean good,
            String text,
            @Nullable String code,
            @Nullable Long account) {

        static Outcome wrong(String text, @Nullable String code) {
            return new Outcome(false, text, code, null);
        }
    }

    private Outcome outcome(Source source, String sent, boolean check) {
        try {
            Batch batch = dialect.readAgain(source, Raw.of(sent), days.now());
            for (Rejection rejection : batch.rejections()) {
                return Outcome.wrong(rejection.detail(), rejection.code());
            }
            if (batch.events().isEmpty()) {
                return Outcome.wrong("There is no event.", null);
            }
            String account = batch.events().getFirst().event().header().account();
            if (check) {
                return new Outcome(
                        true, "It would be taken, and count for the account %s.".formatted(account), null, null);
            }
            return said(account, intake.accept(batch));
        } catch (MalformedBody e) {
            return Outcome.wrong(String.valueOf(e.getMessage()), "malformed");
        } catch (TooFast | IntakeUnavailable e) {
            return Outcome.wrong(String.valueOf(e.getMessage()), null);
        }
    }

    private Outcome said(String account, Receipt receipt) {
        Long id = accounts.withKey(account).map(it -> it.id().value()).orElse(null);
        for (Rejection rejection : receipt.rejected()) {
            return Outcome.wrong(rejection.detail(), rejection.code());
        }
        return receipt.accepted() > 0
                ? new Outcome(true, "It was taken, and counts for the account %s.".formatted(account), null, id)
                : new Outcome(true, "The same event was taken before, so it is not counted again.", null, id);
    }

    private static String page(
            Source source, @Nullable EventType type, String body, @Nullable Outcome outcome, Model model) {
        model.addAttribute("source", source);
        model.addAttribute("types", List.of(EventType.values()));
        model.addAttribute("type", type);
        model.addAttribute("body", body);
        model.addAttribute("outcome", outcome);
        model.addAttribute("sampleAccount", SampleEvents.ACCOUNT);
        return "setup/try";
    }

    private Source existing(int id) {
        return sources.withId(new SourceId(id))
                .filter(it -> it.can(Scope.WRITE) && !it.isRevoked())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
