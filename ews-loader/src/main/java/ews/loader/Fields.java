package ews.loader;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of one event, in the order in which they are given; empty values are left out. */
final class Fields {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    static Fields of(String type, String id, String time, String account) {
        return new Fields().with("type", type).with("id", id).with("time", time).with("account", account);
    }

    Fields with(String name, Object value) {
        if (!"".equals(value)) {
            fields.put(name, value);
        }
        return this;
    }

    /** As a JSON number where it is one, else as it is, so that the receipt says what is wrong with it. */
    Fields number(String name, String value) {
        try {
            return value.isEmpty() ? this : with(name, new BigDecimal(value));
        } catch (NumberFormatException e) {
            return with(name, value);
        }
    }

    Map<String, Object> map() {
        return fields;
    }
}
