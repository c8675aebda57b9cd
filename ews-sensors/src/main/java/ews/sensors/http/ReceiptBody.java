package ews.sensors.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import ews.sensors.intake.Receipt;
import ews.sensors.intake.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A receipt as the client reads it; {@code index} is the event's place in the batch, from 0. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptBody(
        @Nullable String batchId,
        int received,
        int accepted,
        int duplicates,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int ignored,
        List<Rejected> rejected) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rejected(int index, @Nullable String messageId, String code, String detail) {

        static Rejected of(Rejection rejection) {
            return new Rejected(rejection.index(), rejection.messageId(), rejection.code(), rejection.detail());
        }
    }

    static ReceiptBody of(Receipt receipt) {
        return new ReceiptBody(
                receipt.batchId(),
                receipt.received(),
                receipt.accepted(),
                receipt.duplicates(),
                receipt.ignored(),
                receipt.rejected().stream().map(Rejected::of).toList());
    }
}
