package ews.dashboard.view;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** A path with parameters, from which addresses of neighbouring views are made. */
public record Address(String path, Map<String, String> query) {

    public Address {
        query = Map.copyOf(query);
    }

    /** With the parameter set, or left out where the value is {@code null}. */
    public Address with(String name, @Nullable String value) {
        var changed = new TreeMap<>(query);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Address(path, changed);
    }

    public Address without(String name) {
        return with(name, null);
    }

    /** Encoded, the parameters in the order of their names, so that the same view has the same address. */
    @Override
    public String toString() {
        var uri = UriComponentsBuilder.fromPath(path);
        new TreeMap<>(query)
                .forEach((name, value) -> uri.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
        return uri.build(true).toUriString();
    }
}
