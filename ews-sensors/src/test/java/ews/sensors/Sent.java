package ews.sensors;

import ews.sensors.dialect.NativeDialect;
import ews.sensors.intake.Batch;
import ews.sensors.source.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What a source sends in tests. Single quotes stand for double ones, so that events read well. */
public record Sent(Source source, Instant at) {

    private static final NativeDialect DIALECT = new NativeDialect();

    /** Received on 2026-03-01. */
    public static Sent by(Source source) {
        return new Sent(source, Instant.parse("2026-03-01T12:00:00Z"));
    }

    public Sent at(String time) {
        return new Sent(source, Instant.parse(time));
    }

    public Batch batch(String... events) {
        return batch(List.of(events));
    }

    public Batch batch(List<String> events) {
        String body = "{\"events\":[" + String.join(",", events).replace('\'', '"') + "]}";
        return DIALECT.read(source, body.getBytes(StandardCharsets.UTF_8), at);
    }

    public static String usage(String id, String time, String account, String user, String feature) {
        return "{'type':'usage','id':'%s','time':'%s','account':'%s','user':'%s','name':'%s'}"
                .formatted(id, time, account, user, feature);
    }
}
