package ews.sensors.fact;

import static ews.domain.erasure.TextColumn.ofAccounts;
import static ews.domain.erasure.TextColumn.ofAll;

import ews.domain.erasure.TextColumn;
import ews.domain.erasure.Traces;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What sources say of accounts and of other people. */
@Component
class FactTexts implements Traces {

    @Override
    public List<TextColumn> texts() {
        return Stream.of(
                        ofAccounts("ticket_change", "subject"),
                        ofAccounts("feedback", "comment"),
                        ofAccounts("attribute_change", "value"),
                        ofAccounts("account_user", "attributes:json"),
                        ofAll("unplaced_event", "body"),
                        ofAll("account_merge_row", "row:json"))
                .flatMap(it -> it)
                .toList();
    }
}
