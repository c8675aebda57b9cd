package ews.sensors.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.event.Event;
import ews.domain.event.FeedbackKind;
import ews.domain.event.InvoiceStatus;
import ews.domain.event.Money;
import ews.domain.event.Priority;
import ews.domain.event.SubscriptionStatus;
import ews.domain.event.TicketStatus;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Received;
import ews.sensors.intake.Rejection;
import ews.sensors.source.Source;
import ews.sensors.source.SourceId;
import ews.sensors.source.SourceLimits;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeDialectTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final Source SOURCE =
            new Source(new SourceId(1), "Product", "abcd", Set.of(), false, NOW, null, null, SourceLimits.NONE);

    private final NativeDialect dialect = new NativeDialect();

    @Test
    void readsUsage() {
        assertThat(event("'type':'usage','id':'e1','user':'u1','name':'export','quantity':-2.5"))
                .isEqualTo(new Event.Usage(header("e1"), "u1", "export", -2_500_000));
    }

    @Test
    void readsUsageWithTheLeastOfFields() {
        assertThat(event("'type':'usage','id':'e1','name':'export'"))
                .isEqualTo(new Event.Usage(header("e1"), null, "export", 1_000_000));
    }

    @Test
    void readsFieldsInAnyOrderAndSkipsUnknownOnes() {
        assertThat(event("'properties':{'type':'x','a':[{'b':{}}]},'name':'export','später':[1,[2]],'id':'e1',"
                        + "'quantity':3,'type':'usage'"))
                .isEqualTo(new Event.Usage(header("e1"), null, "export", 3_000_000));
    }

    @Test
    void readsSupport() {
        assertThat(event("'type':'support','id':'e1','ticket':'Z-1','status':'pending','priority':'urgent',"
                        + "'slaBreached':true,'subject':'Help'"))
                .isEqualTo(new Event.Support(header("e1"), "Z-1", TicketStatus.PENDING, Priority.URGENT, true, "Help"));
        assertThat(event("'type':'support','id':'e1','ticket':'Z-1','status':null"))
                .isEqualTo(new Event.Support(header("e1"), "Z-1", null, null, null, null));
    }

    @Test
    void readsInvoices() {
        assertThat(event("'type':'invoice','id':'e1','invoice':'in_1','status':'payment_failed','amount':1200.50,"
                        + "'currency':'usd','dueDate':'2026-12-01'"))
                .isEqualTo(new Event.Invoice(
                        header("e1"),
                        "in_1",
                        InvoiceStatus.PAYMENT_FAILED,
                        new Money(new BigDecimal("1200.5"), "USD"),
                        LocalDate.parse("2026-12-01")));
    }

    @Test
    void readsSubscriptions() {
        assertThat(event("'type':'subscription','id':'e1','status':'active','plan':'pro','seats':50,'value':24000,"
                        + "'currency':'USD','renewalDate':'2027-03-01'"))
                .isEqualTo(new Event.Subscription(
                        header("e1"),
                        SubscriptionStatus.ACTIVE,
                        "pro",
                        50,
                        new Money(new BigDecimal("24000"), "USD"),
                        LocalDate.parse("2027-03-01")));
    }

    @Test
    void readsFeedbackAndOutcomes() {
        assertThat(event("'type':'feedback','id':'e1','user':'u1','kind':'csat','score':4.5,'comment':'Fine'"))
                .isEqualTo(
                        new Event.Feedback(header("e1"), "u1", FeedbackKind.CSAT, new BigDecimal("4.5"), "Fine", null));
        assertThat(event("'type':'feedback','id':'e1','kind':'nps','score':9,'response':'r1'"))
                .isEqualTo(new Event.Feedback(header("e1"), null, FeedbackKind.NPS, new BigDecimal("9"), null, "r1"));
        assertThat(event("'type':'outcome','id':'e1','goal':'reports','value':40,'target':100"))
                .isEqualTo(new Event.Outcome(header("e1"), "reports", new BigDecimal("40"), new BigDecimal("100")));
    }

    @Test
    void readsAttributesOfEveryScalarKind() {
        assertThat(event("'type':'account','id':'e1','attributes':{'name':'Acme','seats':5,'ratio':1.50,'vip':true,"
                        + "'stage':null}"))
                .isInstanceOfSatisfying(
                        Event.AccountAttributes.class,
                        it -> assertThat(it.attributes())
                                .containsEntry("name", "Acme")
                                .containsEntry("seats", "5")
                                .containsEntry("ratio", "1.50")
                                .containsEntry("vip", "true")
                                .containsEntry("stage", null)
                                .hasSize(5));
    }

    @Test
    void readsNumbersAsKeys() {
        assertThat(read("{'type':'user','id':7,'account':42,'user':17}")
                        .events()
                        .getFirst()
                        .event())
                .isInstanceOfSatisfying(Event.UserAttributes.class, it -> {
                    assertThat(it.header().account()).isEqualTo("42");
                    assertThat(it.header().messageId()).isEqualTo("7");
                    assertThat(it.user()).isEqualTo("17");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-20T10:00:00Z, 2026-01-20T10:00:00Z",
        "2026-01-20T10:00:00.5Z, 2026-01-20T10:00:00.500Z",
        "2026-01-20T10:00:00.123999Z, 2026-01-20T10:00:00.123Z",
        "2026-01-31T23:59:59.999999999Z, 2026-01-31T23:59:59.999Z",
        "2026-01-20T10:00Z, 2026-01-20T10:00:00Z",
        "2026-01-20T10:00:00+02:00, 2026-01-20T08:00:00Z",
        "2026-01-20T10:00:00.25-0530, 2026-01-20T15:30:00.250Z",
        "2026-01-20T10:00:00+01, 2026-01-20T09:00:00Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    })
    void readsTimesToTheMillisecond(String sent, Instant time) {
        assertThat(read("{'type':'usage','name':'x','account':'acme','time':'%s'}".formatted(sent))
                        .events()
                        .getFirst()
                        .event()
                        .header()
                        .time())
                .isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                     | invalid_time   | time must be ISO 8601 with a zone",
                "2026-01-20T10:00:00    | invalid_time   | got \"2026-01-20T10:00:00\"",
                "2026-01-20             | invalid_time   | such as 2026-11-20T10:00:00Z",
                "2026-02-30T10:00:00Z   | invalid_time   | ISO 8601",
                "2026-01-20T24:00:00Z   | invalid_time   | ISO 8601",
                "2026-01-20T10:60:00Z   | invalid_time   | ISO 8601",
                "1999-12-31T23:59:59Z   | time_too_early | before 2000-01-01",
                "2026-03-02T12:00:01Z   | time_in_future | 24 hours ahead",
                "+999999-01-01T00:00:00Z| time_in_future | clock",
            })
    void rejectsTimesThatCannotBe(String time, String code, String detail) {
        assertRejected("{'type':'usage','name':'x','account':'acme','time':'%s'}".formatted(time), code, detail);
    }

    @Test
    void acceptsATimeSlightlyAhead() {
        assertThat(read("{'type':'usage','name':'x','account':'a','time':'2026-03-02T11:59:59Z'}")
                        .rejections())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"usage", "support", "invoice", "subscription", "feedback", "outcome"})
    void requiresATime(String type) {
        assertRejected("{'type':'%s','account':'acme'}".formatted(type), "missing_time", "time is required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'x':1                                              | missing_type           | usage, support,",
                "'type':'click'                                     | unknown_type           | got \"click\"",
                "'type':7                                           | unknown_type           | account or user; got \"7\"",
                "'type':'usage'                                     | missing_name           | name is required",
                "'type':'usage','name':' '                          | missing_name           | must not be blank",
                "'type':'usage','name':true                         | invalid_name           | must be a string",
                "'type':'usage','name':'x','user':{}                | invalid_user           | must be a string",
                "'type':'usage','name':'x\\u0000'                   | invalid_name           | NUL",
                "'type':'usage','name':'x\\ud800'                   | invalid_name           | surrogate",
                "'type':'usage','name':'\\udc00x'                   | invalid_name           | surrogate",
                "'type':'usage','name':'x','id':''                  | missing_id             | leave it out",
                "'type':'usage','name':'x','quantity':'1'           | invalid_quantity       | without quotes",
                "'type':'usage','name':'x','quantity':1000000001    | quantity_out_of_range  | from -1000000000 to 1000000000",
                "'type':'usage','name':'x','quantity':-1e10         | quantity_out_of_range  | from",
                "'type':'usage','name':'x','quantity':0.0000001     | invalid_quantity       | at most 6 decimals",
                "'type':'usage','name':'x','quantity':1e999999999   | quantity_out_of_range  | from",
                "'type':'usage','name':'x','quantity':1e-999999999  | invalid_quantity       | decimals",
                "'type':'usage','name':'x','quantity':1e99999999999 | quantity_out_of_range  | too large",
                "'type':'support'                                   | missing_ticket         | ticket is required",
                "'type':'support','ticket':'1','status':'new'       | unknown_status         | open, pending, solved or closed; got \"new\"",
                "'type':'support','ticket':'1','priority':'p1'      | unknown_priority       | low, normal, high or urgent",
                "'type':'support','ticket':'1','slaBreached':'yes'  | invalid_sla_breached   | true or false",
                "'type':'support','ticket':'1','subject':'a\\u0000' | invalid_subject        | NUL",
                "'type':'invoice','status':'paid'                   | missing_invoice        | invoice is required",
                "'type':'invoice','invoice':'i'                     | missing_status         | issued, overdue, payment_failed, paid or void",
                "'type':'invoice','invoice':'i','status':'paid','amount':1                   | missing_currency | such as USD",
                "'type':'invoice','invoice':'i','status':'paid','amount':1,'currency':'US$'  | invalid_currency | got \"US$\"",
                "'type':'invoice','invoice':'i','status':'paid','amount':1.005,'currency':'USD'| invalid_amount | at most 2 decimals",
                "'type':'invoice','invoice':'i','status':'paid','amount':1e12,'currency':'USD' | amount_out_of_range | 999999999999.99",
                "'type':'invoice','invoice':'i','status':'paid','dueDate':'2026-13-01'       | invalid_due_date | such as 2026-12-01; got",
                "'type':'subscription','status':'paused'            | unknown_status         | status must be trial, active or cancelled; got \"paused\"",
                "'type':'subscription','seats':1.5                  | invalid_seats          | whole number",
                "'type':'subscription','seats':-1                   | seats_out_of_range     | from 0",
                "'type':'subscription','value':-1,'currency':'USD'  | value_out_of_range     | from 0",
                "'type':'subscription','renewalDate':20270301       | invalid_renewal_date   | such as",
                "'type':'feedback','score':1                        | missing_kind           | nps, csat or sentiment",
                "'type':'feedback','kind':'nps'                     | missing_score          | score is required",
                "'type':'feedback','kind':'nps','score':11          | score_out_of_range     | from 0 to 10",
                "'type':'feedback','kind':'csat','score':0          | score_out_of_range     | from 1 to 5",
                "'type':'outcome','value':1                         | missing_goal           | goal is required",
                "'type':'outcome','goal':'g'                        | missing_value          | value is required",
                "'type':'user','attributes':{}                      | missing_user           | user is required",
                "'type':'account','attributes':[]                   | invalid_attributes     | must be an object",
                "'type':'account','attributes':{'a':{}}             | invalid_attribute      | attribute \"a\" must be",
                "'type':'account','attributes':{' ':1}              | invalid_attribute      | must have a name",
                "'type':'account','attributes':{'a':'\\u0000'}      | invalid_attribute      | NUL",
            },
            quoteCharacter = '~')
    void rejectsWhatCannotBe(String fields, String code, String detail) {
        assertRejected("{'time':'2026-01-20T10:00:00Z','account':'acme',%s}".formatted(fields), code, detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "user", "name", "id"})
    void rejectsKeysThatAreTooLong(String field) {
        String fields = "{'type':'usage','time':'2026-01-20T10:00:00Z','account':'acme','name':'x','%s':'%s'}";

        assertRejected(
                fields.formatted(field, "x".repeat(201)), field + "_too_long", "at most 200 characters; got 201");
        assertThat(read(fields.formatted(field, "x".repeat(200))).rejections()).isEmpty();
    }

    @Test
    void rejectsAttributesThatNoListCanShow() {
        String fields = "{'type':'account','account':'acme','attributes':{'name':'%s'}}";

        assertRejected(fields.formatted("x".repeat(1_001)), "attribute_too_long", "at most 1000 characters; got 1001");
        assertThat(read(fields.formatted("x".repeat(1_000))).rejections()).isEmpty();
    }

    @Test
    void rejectsAMissingOrBlankAccount() {
        assertRejected("{'type':'account'}", "missing_account", "account is required");
        assertRejected("{'type':'account','account':'  '}", "missing_account", "must not be blank");
    }

    @Test
    void rejectsAnEventThatIsTooLarge() {
        String event = "{'type':'usage','time':'2026-01-20T10:00:00Z','account':'acme','name':'x','more':'%s'}";

        Rejection rejection =
                read(event.formatted("ü".repeat(20_000))).rejections().getFirst();

        assertThat(rejection.code()).isEqualTo("event_too_large");
        assertThat(rejection.body().length()).isBetween(32 * 1024 - 1, 32 * 1024);
        assertThat(rejection.body().toString()).endsWith("ü");
    }

    @Test
    void rejectsAnEventThatIsNestedTooDeeply() {
        assertRejected(
                "{'type':'usage','time':'2026-01-20T10:00:00Z','account':'acme','name':'x','p':%s%s}"
                        .formatted("[".repeat(2_000), "]".repeat(2_000)),
                "nested_too_deeply",
                "at most 50 deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "'x'", "null", "true", "[1,{}]"})
    void rejectsWhatIsNoObject(String element) {
        Batch batch = read("{'type':'account','account':'a'}," + element + ",{'type':'account','account':'b'}");

        assertThat(batch.events()).hasSize(2);
        Rejection rejection = batch.rejections().getFirst();
        assertThat(rejection.code()).isEqualTo("not_an_object");
        assertThat(rejection.index()).isEqualTo(1);
        assertThat(rejection.body().toString()).isEqualTo(element.replace('\'', '"'));
    }

    @Test
    @Timeout(2)
    void survivesNumbersThatAreLongOrHuge() {
        assertRejected(
                "{'type':'usage','time':'2026-01-20T10:00:00Z','account':'a','name':'x','quantity':%s}"
                        .formatted("9".repeat(30_000)),
                "invalid_quantity",
                "more digits");
    }

    @Test
    void keepsTheTextOfEachEvent() {
        Batch batch = read("  {'type' : 'account', 'account':'ä'} , {'type':'x'}");

        assertThat(batch.events().getFirst().body().toString())
                .isEqualTo("{\"type\" : \"account\", \"account\":\"ä\"}");
        assertThat(batch.rejections().getFirst().body().toString()).isEqualTo("{\"type\":\"x\"}");
    }

    @Test
    void makesAnIdOfTheTextWhereThereIsNone() {
        String event = "{'type':'usage','time':'2026-01-20T10:00:00Z','account':'acme','name':'x'}";
        Batch batch = read(event + "," + event + "," + event.replace("acme", "other"));

        assertThat(batch.events())
                .extracting(it -> it.event().header().messageId())
                .satisfies(ids -> assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2)));
    }

    @Test
    void givesAttributesWithoutATimeThatOfTheirReceipt() {
        Received received =
                read("{'type':'account','id':'a1','account':'acme'}").events().getFirst();

        assertThat(received.event().header().time()).isEqualTo("2026-03-01T12:00:00.123Z");
        assertThat(received.timed()).isFalse();
    }

    @Test
    void readsTheBatchIdWhereverItStands() {
        assertThat(whole("{\"events\":[],\"sent\":{},\"batchId\":\"b1\"}").id()).isEqualTo("b1");
        assertThat(whole("\uFEFF{\"batchId\":null,\"events\":[]}").id()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"events\":[{}     | not valid JSON at line 1, column",
                "{\"events\":[{},]}  | not valid JSON at line 1, column 15",
                "{\"events\":[]} {}  | follows the end",
                "{\"event\":[]}      | has no \"events\"",
                "{\"events\":7}      | Expected a list of events at line 1, column 11",
                "[{}]                | Expected an object such as",
                "{\"batchId\":1,\"events\":[]} | batchId",
                "{\"batchId\":\"\\ud800\",\"events\":[]} | batchId",
            })
    void refusesABodyThatIsNoBatchAndSaysWhere(String body, String message) {
        assertThatThrownBy(() -> whole(body)).isInstanceOf(MalformedBody.class).hasMessageContaining(message);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        for (String hex : new String[] {"C080", "EDA080", "FF", "F4908080", "E28228", "C3", "00"}) {
            byte[] body = ("{\"events\":[\"" + "\"]}").getBytes(StandardCharsets.UTF_8);
            byte[] bad = HexFormat.of().parseHex(hex);
            var out = new ByteArrayOutputStream();
            out.write(body, 0, 12);
            out.writeBytes(bad);
            out.write(body, 12, body.length - 12);

            assertThatThrownBy(() -> dialect.read(SOURCE, out.toByteArray(), NOW))
                    .describedAs(hex)
                    .isInstanceOf(MalformedBody.class)
                    .hasMessageContaining("byte 12");
        }
    }

    @Test
    void refusesMoreEventsThanABatchMayHave() {
        assertThatThrownBy(() -> read("{},".repeat(10_000) + "{}")).isInstanceOf(TooManyEvents.class);
        assertThat(read("{},".repeat(9_999) + "{}").rejections()).hasSize(10_000);
    }

    private void assertRejected(String event, String code, String detail) {
        Batch batch = read(event + ",{'type':'account','account':'good'}");

        assertThat(batch.rejections()).hasSize(1);
        assertThat(batch.rejections().getFirst().code()).isEqualTo(code);
        assertThat(batch.rejections().getFirst().detail()).contains(detail);
        assertThat(batch.events()).describedAs("its neighbours").hasSize(1);
    }

    private Event event(String fields) {
        Batch batch = read("{'time':'2026-01-20T10:00:00Z','account':'acme'," + fields + "}");
        assertThat(batch.rejections()).extracting(Rejection::detail).isEmpty();
        return batch.events().getFirst().event();
    }

    private static Event.Header header(String id) {
        return new Event.Header(id, Instant.parse("2026-01-20T10:00:00Z"), "acme");
    }

    private Batch read(String events) {
        return whole("{\"events\":[" + events.replace('\'', '"') + "]}");
    }

    private Batch whole(String body) {
        return dialect.read(SOURCE, body.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
