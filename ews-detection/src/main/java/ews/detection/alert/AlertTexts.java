package ews.detection.alert;

import static ews.domain.erasure.TextColumn.ofAccounts;

import ews.domain.erasure.TextColumn;
import ews.domain.erasure.Traces;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Alerts name the people whom they are about, and members write why they are closed. */
@Component
class AlertTexts implements Traces {

    @Override
    public List<TextColumn> texts() {
        return Stream.of(
                        ofAccounts("alert", "title", "evidence:json", "closed_note"),
                        ofAccounts("alert_occurrence", "title"),
                        ofAccounts("band_override", "reason"))
                .flatMap(it -> it)
                .toList();
    }
}
