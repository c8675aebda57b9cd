package ews.loader;

import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the receipts say, summed up. */
final class Tally {

    private record Reason(long count, String example) {}

    private final long startedAt = System.nanoTime();
    private final TreeMap<String, Reason> rejected = new TreeMap<>();
    private long accepted;
    private long duplicates;

    synchronized void add(JsonNode receipt) {
        accepted += receipt.path("accepted").asLong();
        duplicates += receipt.path("duplicates").asLong();
        for (JsonNode reject : receipt.path("rejected")) {
            String example = reject.path("id").asString("no id") + ": "
                    + reject.path("detail").asString("");
            rejected.merge(
                    reject.path("code").asString("unknown"),
                    new Reason(1, example),
                    (before, _) -> new Reason(before.count + 1, before.example));
        }
    }

    synchronized long received() {
        return accepted + duplicates + rejections();
    }

    private long rejections() {
        return rejected.values().stream().mapToLong(Reason::count).sum();
    }

    double seconds() {
        return (System.nanoTime() - startedAt) / 1e9;
    }

    synchronized String progress(long total) {
        return "%,d of %,d events (%.0f %%), %,.0f a second"
                .formatted(received(), total, 100.0 * received() / total, received() / seconds());
    }

    synchronized String summary() {
        var text = new StringBuilder(
                """
                %,d events in %.1f s: %,.0f a second
                  accepted   %,12d
                  duplicates %,12d
                  rejected   %,12d
                """.formatted(received(), seconds(), received() / seconds(), accepted, duplicates, rejections()));
        rejected.forEach((code, reason) ->
                text.append("    %-20s %,8d  e.g. %s%n".formatted(code, reason.count, reason.example)));
        return text.toString();
    }
}
