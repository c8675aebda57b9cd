package ews.sensors.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.sensors.fact.Assignments;
import ews.sensors.vendor.Hook;
import ews.sensors.vendor.Vendor;
import ews.sensors.vendor.VendorTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.springframework.beans.factory.annotation.Autowired;

/** A test of a support desk: what becomes of its tickets. */
abstract class DeskTest extends VendorTest {

    @Autowired
    private Assignments assignments;

    DeskTest(Vendor vendor, String secret) {
        super(vendor, secret);
    }

    /** Signed now with the right secret. */
    abstract Hook.Answer send(String body);

    /** What is known of tickets, change by change: account, ticket, status, priority, breach and subject. */
    List<String> changes() {
        return texts("""
                select concat_ws(' ', a.key, t.ticket, t.status, t.priority,
                                 case t.sla_breached when true then 'breached' when false then 'kept' end, t.subject)
                from ticket_change t join account a on a.id = t.account_id order by t.occurred_at, t.event_key
                """);
    }

    List<String> statuses() {
        return texts("select status from ticket_change order by occurred_at, event_key");
    }

    void assign(String customer, String account) {
        assignments.assign(webhook.source(), customer, account, Actor.SYSTEM);
    }

    void accepts(String body) {
        Hook.Answer answer = send(body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("rejected")).as(answer.json().toString()).isEmpty();
    }

    /** Sends each of them twice, in an order that nobody meant. */
    void acceptsInAnyOrder(List<String> bodies, int seed) {
        var shuffled = new ArrayList<>(bodies);
        shuffled.addAll(bodies);
        Collections.shuffle(shuffled, new Random(seed));
        shuffled.forEach(this::accepts);
    }
}
