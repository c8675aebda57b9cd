package ews.plays;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Things that documents know by a key, and people by a name that no other one has.
 *
 * @param field of the document that lists them: {@code plays}
 * @param what one of them is: {@code play}
 */
public record Keyed<T>(String field, String what, Function<T, String> key, Function<T, String> name) {

    public static final String KEY = "key";

    /** The keys in a list of a document; none where there is no such list. */
    public static Set<String> keys(JsonNode document, String field) {
        return document.path(field)
                .valueStream()
                .map(it -> it.path(KEY))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    public Map<String, T> byKey(Collection<T> things) {
        return things.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    /**
     * What is wrong with keys and names.
     *
     * @param wanted those of the document, by their places
     * @param now those that are there; who is not named stays, and so does the name
     */
    public List<String> problems(Map<String, T> wanted, List<T> now) {
        var problems = new ArrayList<String>();
        Set<String> keys = new HashSet<>();
        Set<String> names = new HashSet<>();
        wanted.forEach((place, it) -> {
            if (!keys.add(key.apply(it))) {
                problems.add("%s.%s: another %s has this key".formatted(place, KEY, what));
            }
            if (!names.add(name.apply(it))) {
                problems.add("%s.name: another %s has this name".formatted(place, what));
            }
        });
        now.stream()
                .filter(it -> !keys.contains(key.apply(it)) && names.contains(name.apply(it)))
                .map(it -> "%s: the name %s belongs to the %s with the key %s; use that key, or another name"
                        .formatted(field, name.apply(it), what, key.apply(it)))
                .forEach(problems::add);
        return problems;
    }

    /** In an order in which a name that one of them is about to give up is taken after that, where there is one. */
    public List<T> inOrder(Collection<T> wanted, Collection<T> now) {
        Map<String, String> owners = new HashMap<>();
        now.forEach(it -> owners.put(name.apply(it), key.apply(it)));
        Deque<T> waiting = new ArrayDeque<>(wanted);
        var order = new ArrayList<T>();
        for (int inVain = 0; !waiting.isEmpty(); ) {
            T next = waiting.removeFirst();
            String owner = Optional.ofNullable(owners.get(name.apply(next))).orElse(key.apply(next));
            if (!owner.equals(key.apply(next)) && inVain < waiting.size()) {
                waiting.addLast(next);
                inVain++;
                continue;
            }
            inVain = 0;
            order.add(next);
            owners.values().remove(key.apply(next));
            owners.put(name.apply(next), key.apply(next));
        }
        return order;
    }

    /** With the keys of these things. */
    public Set<String> keysWith(JsonNode document, Collection<T> now) {
        return Stream.concat(keys(document, field).stream(), now.stream().map(key))
                .collect(Collectors.toSet());
    }
}
