package ews.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A client that sends batch after batch, and each of them until it is acknowledged; now and then once more after that. */
final class Retrying implements Runnable {

    static final int EVENTS_A_BATCH = 200;
    /** So many that usage waits for being added to their blocks. */
    private static final int ACCOUNTS = 5_000;

    private static final int ONCE_MORE = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final int number;
    private final Supplier<String> url;
    private final SplittableRandom random;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private volatile boolean over;

    /** @param url where the application is now */
    Retrying(int number, long seed, Supplier<String> url) {
        this.number = number;
        this.url = url;
        this.random = new SplittableRandom(seed + number);
    }

    /** In events; what was acknowledged twice counts once. */
    long acknowledged() {
        return acknowledged.get();
    }

    /** Requests without an acknowledgement: refused, broken off, or answered with an error. */
    long failures() {
        return failures.get();
    }

    /** What was begun is brought to its end. */
    void finish() {
        over = true;
    }

    @Override
    public void run() {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            for (int batch = 0; !over; batch++) {
                String body = body(batch);
                deliver(client, body);
                acknowledged.addAndGet(EVENTS_A_BATCH);
                if (random.nextInt(ONCE_MORE) == 0) {
                    deliver(client, body);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(HttpClient client, String body) throws InterruptedException {
        while (!isAcknowledged(client, body)) {
            failures.incrementAndGet();
            Thread.sleep(50 + random.nextInt(200));
        }
    }

    private boolean isAcknowledged(HttpClient client, String body) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url.get() + "/v1/events"))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + Application.KEY)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 200 && !response.body().contains("\"rejected\":[]")) {
                throw new IllegalStateException("Events were rejected: " + response.body());
            }
            return response.statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String body(int batch) {
        var json = new StringBuilder().append("{\"events\":[");
        Instant time = Instant.now();
        for (int i = 0; i < EVENTS_A_BATCH; i++) {
            json.append(i == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT,
                            "{\"type\":\"usage\",\"id\":\"c%d-%d-%d\",\"time\":\"%s\",\"account\":\"crash-%d\",\"user\":\"u%d\","
                                    + "\"name\":\"feature.%d\"}",
                            number,
                            batch,
                            i,
                            time.plusMillis(i),
                            1 + random.nextInt(ACCOUNTS),
                            1 + random.nextInt(20),
                            1 + random.nextInt(10)));
        }
        return json.append("]}").toString();
    }
}
