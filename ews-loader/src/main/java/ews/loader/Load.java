package ews.loader;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Posts a data set over several connections, each taking the next batch, so that all of it arrives roughly in time. */
record Load(Api api, Options options) {

    private static final int SECONDS_BETWEEN_REPORTS = 2;

    /** @throws IllegalStateException if the server refuses a batch, with its answer */
    void run(String name, DataSet data) throws InterruptedException {
        List<Entry> entries = data.entries();
        System.out.printf("%s: %,d events to post to %s%n", name, entries.size(), options.url());
        var tally = new Tally();
        var next = new AtomicInteger();
        int batches = Math.ceilDiv(entries.size(), options.batch());
        try (var reports = Executors.newScheduledThreadPool(1);
                var connections = Executors.newFixedThreadPool(options.connections())) {
            reports.scheduleAtFixedRate(
                    () -> System.out.println("  " + tally.progress(entries.size())),
                    SECONDS_BETWEEN_REPORTS,
                    SECONDS_BETWEEN_REPORTS,
                    TimeUnit.SECONDS);
            List<Future<?>> workers = IntStream.range(0, options.connections())
                    .<Future<?>>mapToObj(_ -> connections.submit(() -> {
                        for (int batch = next.getAndIncrement(); batch < batches; batch = next.getAndIncrement()) {
                            tally.add(api.post(batch(name, entries, batch)));
                        }
                        return null;
                    }))
                    .toList();
            await(workers, next, batches);
            reports.shutdownNow();
        }
        System.out.print(tally.summary());
    }

    /** The first failure stops them all. */
    private static void await(List<Future<?>> workers, AtomicInteger next, int batches) throws InterruptedException {
        for (Future<?> worker : workers) {
            try {
                worker.get();
            } catch (ExecutionException e) {
                next.set(batches);
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
    }

    private Map<String, Object> batch(String name, List<Entry> entries, int number) {
        int from = number * options.batch();
        int to = Math.min(entries.size(), from + options.batch());
        return Map.of(
                "batchId",
                "%s-%d-%d".formatted(name, options.batch(), number),
                "events",
                entries.subList(from, to).stream().map(Entry::json).toList());
    }
}
