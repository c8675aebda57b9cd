package ews.dashboard.setup.source;

import ews.dashboard.operation.LogKept;
import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.dashboard.start.Curl;
import ews.dashboard.view.SourceNotices;
import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import ews.sensors.eventlog.EventLog;
import ews.sensors.eventlog.LoggedEvent;
import ews.sensors.naming.EventNames;
import ews.sensors.reject.RejectFilter;
import ews.sensors.reject.Rejects;
import ews.sensors.source.CalmPeriods;
import ews.sensors.source.Heartbeats;
import ews.sensors.source.NewKey;
import ews.sensors.source.Scope;
import ews.sensors.source.Silence;
import ews.sensors.source.Source;
import ews.sensors.source.SourceActivity;
import ews.sensors.source.SourceId;
import ews.sensors.source.Sources;
import ews.sensors.vendor.Vendor;
import ews.sensors.vendor.VendorIntake;
import ews.sensors.vendor.VendorWebhook;
import ews.sensors.vendor.VendorWebhooks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/setup/sources")
class SourcesController {

    private static final int FEW = 5;
    private static final int MOST_WAITING = 50;
    private static final int MOST_IGNORED = 100;
    private static final int MOST_FOR_LAG = 200;

    /** Stands for a key that is not known any more. */
    private static final String KEY = "the source's key";

    private final Sources sources;
    private final SourceActivity activity;
    private final EventLog log;
    private final Heartbeats heartbeats;
    private final Rejects rejects;
    private final CalmPeriods calmPeriods;
    private final SourceNotices notices;
    private final Curl curl;
    private final Clients clients;
    private final VendorWebhooks webhooks;
    private final VendorIntake intake;
    private final EventNames names;
    private final LogKept kept;
    private final OrganisationDays days;

    SourcesController(
            Sources sources,
            SourceActivity activity,
            EventLog log,
            Heartbeats heartbeats,
            Rejects rejects,
            CalmPeriods calmPeriods,
            SourceNotices notices,
            Curl curl,
            Clients clients,
            VendorWebhooks webhooks,
            VendorIntake intake,
            EventNames names,
            LogKept kept,
            OrganisationDays days) {
        this.webhooks = webhooks;
        this.intake = intake;
        this.names = names;
        this.kept = kept;
        this.calmPeriods = calmPeriods;
        this.notices = notices;
        this.curl = curl;
        this.clients = clients;
        this.days = days;
        this.sources = sources;
        this.activity = activity;
        this.log = log;
        this.heartbeats = heartbeats;
        this.rejects = rejects;
    }

    @GetMapping
    String all(Model model) {
        var counts = activity.since(LocalDate.EPOCH);
        List<Silence> silences = heartbeats.silences();
        Map<SourceId, Vendor> vendors = webhooks.vendors();
        model.addAttribute(
                "sources",
                sources.all().stream()
                        .map(it -> SourceRow.of(it, vendors.get(it.id()), counts.get(it.id()), silences, days.now()))
                        .toList());
        model.addAttribute("notices", notices.all());
        model.addAttribute("kept", kept.overview());
        return "setup/sources";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return newSource(SourceForm.BLANK, new Fields(), model);
    }

    @PostMapping
    String create(@ModelAttribute("form") SourceForm form, Viewer viewer, Model model, RedirectAttributes redirect) {
        var fields = new Fields();
        Optional<NewKey> created = form.read(fields).flatMap(details -> {
            try {
                return Optional.of(create(details, viewer.actor()));
            } catch (DuplicateKeyException e) {
                fields.wrong("name", "Another source has this name.");
                return Optional.empty();
            }
        });
        return created.isEmpty() ? newSource(form, fields, model) : showOnce(created.get(), redirect);
    }

    @GetMapping("/{id}")
    String source(@PathVariable int id, Model model) {
        Source source = existing(id);
        if (source.isWithoutKey()) {
            return "redirect:/setup/imports";
        }
        Optional<VendorWebhook> webhook = webhooks.of(source.id());
        model.addAttribute(
                "row",
                SourceRow.of(
                        source,
                        webhook.map(VendorWebhook::vendor).orElse(null),
                        activity.of(source.id()).orElse(null),
                        heartbeats.silences(),
                        days.now()));
        model.addAttribute(
                "vendor",
                webhook.map(it -> VendorView.of(it, intake.template(it.vendor())))
                        .orElse(null));
        model.addAttribute("undecided", names.of(source.id(), "", true).size());
        model.addAttribute("waiting", activity.waiting(source.id()));
        model.addAttribute(
                "people",
                activity.waitingPeople(source.id(), MOST_WAITING).stream()
                        .map(it -> new WaitingRow(
                                it,
                                webhook.map(vendor -> intake.customer(vendor.vendor(), it.body()))
                                        .orElse(null)))
                        .toList());
        model.addAttribute("ignored", activity.ignored(source.id(), MOST_IGNORED));
        model.addAttribute("clients", clients.with(model.getAttribute("key") instanceof String key ? key : KEY));
        model.addAttribute("times", times(source));
        model.addAttribute("rejects", rejects.of(source.id(), RejectFilter.OPEN, Rejects.NEWEST, FEW));
        return "setup/source";
    }

    @PostMapping("/{id}/key")
    String rotate(@PathVariable int id, Viewer viewer, RedirectAttributes redirect) {
        Source source = existing(id);
        if (source.isRevoked()) {
            redirect.addFlashAttribute("problem", "The key was revoked. Create a new source instead.");
            return to(source);
        }
        return showOnce(sources.rotate(source.id(), viewer.actor()), redirect);
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable int id, Viewer viewer, RedirectAttributes redirect) {
        Source source = existing(id);
        sources.revoke(source.id(), viewer.actor());
        redirect.addFlashAttribute("message", "The key was revoked. Requests with it are refused from now on.");
        return to(source);
    }

    /** Kept calm before anybody knows its key. */
    private NewKey create(SourceForm.Details details, Actor actor) {
        NewKey key = sources.create(details.name(), details.scopes(), false, actor);
        if (details.calmDays() > 0) {
            calmPeriods.begin(key.source().id(), details.calmDays(), actor);
        }
        return key;
    }

    /** The key is a secret: it is shown on the next page, and nowhere else. */
    private String showOnce(NewKey key, RedirectAttributes redirect) {
        redirect.addFlashAttribute("key", key.key());
        if (key.source().can(Scope.WRITE)) {
            redirect.addFlashAttribute("curl", curl.sending(key.key()));
        }
        return to(key.source());
    }

    private static String to(Source source) {
        return "redirect:/setup/sources/" + source.id();
    }

    private String newSource(SourceForm form, Fields fields, Model model) {
        model.addAllAttributes(Map.of("form", form, "errors", fields.errors(), "vendors", intake.vendors()));
        return "setup/source-new";
    }

    /** Of the last minute in which it sent; {@code null} if it sent nothing. */
    private @Nullable SourceTimes times(Source source) {
        List<LoggedEvent> events = activity.of(source.id())
                .map(it -> log.receivedSince(source.id(), it.lastReceived().minusSeconds(60), MOST_FOR_LAG))
                .orElse(List.of());
        return events.isEmpty() ? null : SourceTimes.of(events);
    }

    private Source existing(int id) {
        return sources.withId(new SourceId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
