package ews.plays.listener;

import static ews.domain.erasure.TextColumn.ofAccounts;
import static ews.domain.erasure.TextColumn.ofAll;

import ews.domain.erasure.TextColumn;
import ews.domain.erasure.Traces;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What members write to and of people, and what is sent to them. */
@Component
class PlaysTexts implements Traces {

    @Override
    public List<TextColumn> texts() {
        return Stream.of(
                        ofAccounts("run", "reason", "outcome_note"),
                        ofAccounts("run_step", "result"),
                        ofAccounts("task", "title", "detail", "note"),
                        ofAccounts("touchpoint", "note"),
                        ofAccounts("email", "dedup_key", "receivers", "subject", "body"),
                        ofAccounts("meeting", "title", "detail", "place", "guests:json"),
                        ofAccounts("comment", "text"),
                        ofAccounts("check_in", "note"),
                        ofAccounts("account_cadence", "reason"),
                        ofAccounts("get_well_plan", "root_cause", "end_reason"),
                        ofAccounts("get_well_objective", "title"),
                        ofAccounts("get_well_step", "title", "contact", "done_by"),
                        ofAccounts("review_account", "note", "answer"),
                        ofAccounts("watch_list_entry", "reason"),
                        ofAccounts("play_call", "reason", "failure"),
                        ofAccounts("held_out", "reason"),
                        ofAll("outbox_message", "destination", "dedup_key", "subject", "payload:json", "last_error"),
                        ofAll("notice", "dedup_key", "text"))
                .flatMap(it -> it)
                .toList();
    }
}
