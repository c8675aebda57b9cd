package ews.sensors.dialect;

import ews.domain.event.Event;
import ews.domain.event.EventType;
import ews.domain.event.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes an event in our own JSON, from which {@link NativeDialect} reads the same event. */
public final class NativeForm {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int QUANTITY_DECIMALS = 6;

    private final ObjectNode node = JSON.createObjectNode();

    private NativeForm() {}

    public static String of(Event event) {
        var form = new NativeForm();
        Event.Header header = event.header();
        form.put(Field.TYPE, EventType.of(event).code());
        form.put(Field.ID, header.messageId());
        form.put(Field.TIME, header.time().toString());
        form.put(Field.ACCOUNT, header.account());
        form.describe(event);
        return JSON.writeValueAsString(form.node);
    }

    private void describe(Event event) {
        switch (event) {
            case Event.Usage it -> {
                put(Field.USER, it.user());
                put(Field.NAME, it.feature());
                put(Field.QUANTITY, BigDecimal.valueOf(it.micros(), QUANTITY_DECIMALS));
            }
            case Event.Support it -> {
                put(Field.TICKET, it.ticket());
                put(Field.STATUS, it.status() == null ? null : it.status().code());
                put(Field.PRIORITY, it.priority() == null ? null : it.priority().code());
                if (it.slaBreached() != null) {
                    node.put(Field.SLA_BREACHED.wire(), it.slaBreached());
                }
                put(Field.SUBJECT, it.subject());
            }
            case Event.Invoice it -> {
                put(Field.INVOICE, it.invoice());
                put(Field.STATUS, it.status().code());
                put(Field.AMOUNT, it.amount());
                put(Field.DUE_DATE, it.due() == null ? null : it.due().toString());
            }
            case Event.Subscription it -> {
                put(Field.STATUS, it.status() == null ? null : it.status().code());
                put(Field.PLAN, it.plan());
                put(Field.SEATS, it.seats() == null ? null : BigDecimal.valueOf(it.seats()));
                put(Field.VALUE, it.annualValue());
                put(
                        Field.RENEWAL_DATE,
                        it.renewal() == null ? null : it.renewal().toString());
            }
            case Event.Feedback it -> {
                put(Field.USER, it.user());
                put(Field.KIND, it.kind().code());
                put(Field.SCORE, it.score());
                put(Field.COMMENT, it.comment());
                put(Field.RESPONSE, it.response());
            }
            case Event.Outcome it -> {
                put(Field.GOAL, it.goal());
                put(Field.VALUE, it.value());
                put(Field.TARGET, it.target());
            }
            case Event.AccountAttributes it -> it.attributes().forEach(attributes()::put);
            case Event.UserAttributes it -> {
                put(Field.USER, it.user());
                it.attributes().forEach(attributes()::put);
            }
        }
    }

    private ObjectNode attributes() {
        return node.putObject(Field.ATTRIBUTES.wire());
    }

    private void put(Field field, @Nullable String value) {
        if (value != null) {
            node.put(field.wire(), value);
        }
    }

    private void put(Field field, @Nullable BigDecimal value) {
        if (value != null) {
            node.put(field.wire(), value);
        }
    }

    private void put(Field field, @Nullable Money money) {
        if (money != null) {
            put(field, money.amount());
            put(Field.CURRENCY, money.currency());
        }
    }
}
