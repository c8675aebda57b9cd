package ews.dashboard.setup.member;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Invitations;
import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.dashboard.setup.member.MemberList.Row;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@Controller
@RequestMapping("/setup/members")
class MembersController {

    private final MemberList list;
    private final MemberChanges changes;
    private final Invitations invitations;

    MembersController(MemberList list, MemberChanges changes, Invitations invitations) {
        this.list = list;
        this.changes = changes;
        this.invitations = invitations;
    }

    @GetMapping
    String members(Model model) {
        model.addAttribute("members", list.all());
        return "setup/members";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return newMember(MemberForm.BLANK, new Fields(), model);
    }

    @PostMapping
    String add(@ModelAttribute("form") MemberForm form, Viewer viewer, Model model, RedirectAttributes redirect) {
        var fields = new Fields();
        Optional<Member> added =
                form.read(fields).flatMap(details -> done(changes.add(details, viewer.actor()), fields));
        if (added.isEmpty()) {
            return newMember(form, fields, model);
        }
        redirect.addFlashAttribute("message", added.get().name() + " was added.");
        return invite(added.get(), viewer, redirect);
    }

    @GetMapping("/{id}")
    String member(@PathVariable long id, Model model) {
        Row row = existing(id);
        return page(row, MemberForm.of(row.member()), new Fields(), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") MemberForm form,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        Row row = existing(id);
        var fields = new Fields();
        Optional<Member> changed = form.read(fields)
                .flatMap(details -> done(changes.change(row.member(), details, viewer.actor()), fields));
        if (changed.isEmpty()) {
            return page(row, form, fields, model);
        }
        redirect.addFlashAttribute("message", "Saved.");
        return to(changed.get());
    }

    @PostMapping("/{id}/deactivation")
    String deactivate(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String successor,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        Row row = existing(id);
        var fields = new Fields();
        Outcome outcome = changes.deactivate(row.member(), chosen(successor, row), viewer.actor());
        if (done(outcome, fields).isEmpty()) {
            return page(row, MemberForm.of(row.member()), fields, model);
        }
        redirect.addFlashAttribute("message", "Deactivated.");
        return to(row.member());
    }

    @PostMapping("/{id}/activation")
    String activate(@PathVariable long id, Viewer viewer, RedirectAttributes redirect) {
        Member member = existing(id).member();
        changes.activate(member, viewer.actor());
        redirect.addFlashAttribute("message", "Activated.");
        return to(member);
    }

    @PostMapping("/{id}/invitation")
    String invite(@PathVariable long id, Viewer viewer, Model model, RedirectAttributes redirect) {
        Row row = existing(id);
        if (row.member().sample()) {
            var fields = new Fields();
            fields.wrong(
                    "member",
                    "%s is made up: nobody can sign in as a member of the sample company."
                            .formatted(row.member().name()));
            return page(row, MemberForm.of(row.member()), fields, model);
        }
        return invite(row.member(), viewer, redirect);
    }

    /** The link is a secret: it is shown on the next page, and nowhere else. */
    private String invite(Member member, Viewer viewer, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "invitation",
                here(invitations.invite(member.id(), viewer.actor()).path()));
        return to(member);
    }

    /** The address of a path on this server, as the reader's browser knows it. */
    private static String here(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + path;
    }

    private static String to(Member member) {
        return "redirect:/setup/members/" + member.id();
    }

    private String newMember(MemberForm form, Fields fields, Model model) {
        model.addAllAttributes(Map.of("form", form, "errors", fields.errors(), "roles", Role.values()));
        return "setup/member-new";
    }

    private String page(Row row, MemberForm form, Fields fields, Model model) {
        model.addAllAttributes(Map.of(
                "row", row,
                "form", form,
                "errors", fields.errors(),
                "roles", Role.values(),
                "successors", successors(row)));
        return "setup/member";
    }

    /** Members of the sample company go with it, so that real work stays with real members. */
    private List<Member> successors(Row row) {
        return list.all().stream()
                .map(Row::member)
                .filter(it -> it.active() && !it.id().equals(row.member().id()) && it.role() != Role.EXECUTIVE)
                .filter(it -> row.member().sample() || !it.sample())
                .toList();
    }

    private @Nullable MemberId chosen(@Nullable String successor, Row row) {
        return successors(row).stream()
                .map(Member::id)
                .filter(it -> it.toString().equals(typed(successor)))
                .findFirst()
                .orElse(null);
    }

    private static Optional<Member> done(Outcome outcome, Fields fields) {
        switch (outcome) {
            case Outcome.Done(Member member) -> {
                return Optional.of(member);
            }
            case Outcome.EmailTaken(String email) ->
                fields.wrong("email", "Another member has the address %s.".formatted(email));
            case Outcome.LastAdmin() ->
                fields.wrong("member", "This is the last admin who can sign in. Make somebody else an admin first.");
            case Outcome.NeedsSuccessor(Workload workload) ->
                fields.wrong("successor", "Choose who takes over %s.".formatted(workload.text()));
        }
        return Optional.empty();
    }

    private Row existing(long id) {
        return list.withId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
