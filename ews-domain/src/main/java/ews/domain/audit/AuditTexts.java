package ews.domain.audit;

import ews.domain.erasure.TextColumn;
import ews.domain.erasure.Traces;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was changed may have been about a person. */
@Component
class AuditTexts implements Traces {

    @Override
    public List<TextColumn> texts() {
        return TextColumn.ofAll("audit_entry", "subject", "detail:json").toList();
    }
}
