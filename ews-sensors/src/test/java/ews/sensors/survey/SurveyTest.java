package ews.sensors.survey;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.fact.FeedbackGiven;
import ews.sensors.fact.Assignments;
import ews.sensors.vendor.Hook;
import ews.sensors.vendor.Vendor;
import ews.sensors.vendor.VendorTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.springframework.beans.factory.annotation.Autowired;

/** A test of a tool for surveys: what becomes of its answers. */
abstract class SurveyTest extends VendorTest {

    static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    @Autowired
    private Assignments assignments;

    @Autowired
    private Facts facts;

    SurveyTest(Vendor vendor, String secret) {
        super(vendor, secret);
    }

    abstract Hook.Answer send(String body);

    /** What acme's people have answered as of a day: kind, score, comment, and the day. */
    List<String> answers(LocalDate asOf) {
        long id = jdbc.sql("select id from account where key = 'acme'")
                .query((row, _) -> row.getLong(1))
                .single();
        AccountFacts known = facts.of(new AccountId(id), new Days(DAY, asOf));
        return known.feedback(asOf).stream().map(SurveyTest::words).toList();
    }

    private static String words(FeedbackGiven given) {
        return "%s %s %s, %s"
                .formatted(
                        given.kind().code(),
                        given.score(),
                        given.comment() == null ? "-" : given.comment(),
                        given.day());
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
