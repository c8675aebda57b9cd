package ews.dashboard.sample;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event as a source would send it: its fields in the order in which they are written. */
record SampleEvent(Instant time, Map<String, @Nullable Object> fields) {

    SampleEvent with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    static SampleEvent of(String type, String id, Instant time, String account) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("type", type);
        fields.put("id", id);
        fields.put("time", time.toString());
        fields.put("account", account);
        return new SampleEvent(time, fields);
    }
}
