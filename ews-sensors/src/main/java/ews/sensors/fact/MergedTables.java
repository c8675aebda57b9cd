package ews.sensors.fact;

import java.util.List;
import java.util.Map;

/** What becomes of the rows of an account that is merged into another one, by table. Every table of accounts is in one of these. */
final class MergedTables {

    /** Made of events: they follow the log. */
    static final List<String> FACTS = List.of(
            "account_user",
            "usage_block",
            "account_feature",
            "ticket_change",
            "invoice_change",
            "subscription_change",
            "feedback",
            "outcome_progress",
            "attribute_change",
            "account_source");

    /** What EWS makes of facts by itself: it is made again. */
    static final List<String> MADE_OF_FACTS = List.of(
            "account_health", "health_score", "history_due", "pending_condition", "dirty_account", "imported_account");

    /** What was found, done and said: it moves, row by row. */
    static final List<String> WORK = List.of(
            "alert",
            "alert_occurrence",
            "alert_undo",
            "run",
            "run_step",
            "run_match",
            "task",
            "task_overdue",
            "touchpoint",
            "email",
            "meeting",
            "check_in",
            "get_well_plan",
            "get_well_objective",
            "get_well_step",
            "plan_link",
            "comment",
            "comment_mention",
            "held_out",
            "play_call",
            "band_override",
            "notice",
            "outbox_message");

    /** Of which an account has one for each of something, by the columns that name it: they move where it has none. */
    static final Map<String, List<String>> ONE_FOR_EACH = Map.of(
            "watch_list_entry", List.of("watch_list_id"),
            "review_account", List.of("review_id"),
            "account_cadence", List.of(),
            "play_milestone", List.of("play_id", "milestone", "reached_on"));

    /** Treated one by one in {@link AccountMerging}. */
    static final List<String> APART = List.of("event", "account_alias");

    private MergedTables() {}
}
