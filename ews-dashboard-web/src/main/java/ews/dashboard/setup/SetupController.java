package ews.dashboard.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SetupController {

    /**
     * One place of the setup.
     *
     * @param count how many things are there; {@code null} where that says nothing
     */
    record Place(
            String name,
            String about,
            String path,
            String icon,
            @Nullable Long count) {}

    private final JdbcClient jdbc;

    SetupController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/setup")
    String setup(Model model) {
        model.addAttribute("places", places());
        return "setup/index";
    }

    private List<Place> places() {
        return List.of(
                place("Members", "Who may sign in, and as what", "members", "users", "member where active"),
                place(
                        "Sources",
                        "Connected systems and their keys",
                        "sources",
                        "key",
                        "source where revoked_at is null"),
                place("Imports", "Accounts, users, contracts and events from files", "imports", "note", "csv_import"),
                new Place("People", "Erase somebody who asks to be forgotten", "/setup/people", "users", null),
                place("Accounts", "Those that were merged, and undoing it", "accounts", "users", "account_merge"),
                place("Segments", "Groups of accounts, each with its health profile", "segments", "target", "segment"),
                place(
                        "Configuration",
                        "All that is set up here as a file, to review and to apply",
                        "configuration",
                        "note",
                        "segment"),
                place("Rules", "What to notice, and which play to suggest", "rules", "bell", "rule where enabled"),
                new Place("Plays", "What is done then, step by step", "/plays", "plays", count("play where enabled")),
                new Place("Check-ins", "How often each segment is checked in with", "/setup/check-ins", "phone", null),
                new Place("Inbox", "How many new alerts reach a CSM at once, and when", "/setup/inbox", "mail", null),
                new Place(
                        "Follow-up",
                        "When what is overdue is told of, and what moves with an account",
                        "/setup/follow-up",
                        "flag",
                        null),
                place(
                        "Holidays",
                        "Days on which no task is due, besides weekends",
                        "holidays",
                        "calendar",
                        "holiday where not worked"),
                place(
                        "Webhooks",
                        "Other systems that hear of what happens",
                        "webhooks",
                        "bolt",
                        "webhook where enabled"),
                place(
                        "Slack",
                        "Channels that hear of what happens",
                        "slack",
                        "message",
                        "slack_channel where enabled and member_id is null"),
                place(
                        "Deliveries",
                        "What was sent, what waits, and what failed",
                        "deliveries",
                        "open",
                        "outbox_message where state = 'failed'"),
                place("Audit log", "Who changed what, and when", "audit", "note", "audit_entry"));
    }

    /** @param what constant text of this class, never input */
    private Place place(String name, String about, String path, String icon, String what) {
        return new Place(name, about, "/setup/" + path, icon, count(what));
    }

    /** @param what constant text of this class, never input */
    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }
}
