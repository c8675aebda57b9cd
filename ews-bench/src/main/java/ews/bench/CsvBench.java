package ews.bench;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports a file of events into the whole application with a small heap: how fast, and with how much memory. */
final class CsvBench {

    private static final String HEAP = "256m";
    private static final int ACCOUNTS = 10_000;
    private static final int USERS = 20;
    private static final int FEATURES = 12;
    private static final int DAYS = 60;
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final long MEGABYTE = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path jar;
    private final int megabytes;

    CsvBench(Path jar, int megabytes) {
        this.jar = jar;
        this.megabytes = megabytes;
    }

    void run() throws Exception {
        Path file = Files.createTempFile("ews-bench", ".csv");
        try (Database database = Database.start();
                var http = HttpClient.newHttpClient()) {
            long rows = write(file);
            long bytes = Files.size(file);
            System.out.printf("%,d rows, %,d MB, heap %s%n", rows, bytes / MEGABYTE, HEAP);
            try (var application = Application.jar(jar, database, Map.of(), HEAP)) {
                measure(application, database, http, file, bytes);
            }
        } finally {
            Files.delete(file);
        }
    }

    private void measure(Application application, Database database, HttpClient http, Path file, long bytes)
            throws Exception {
        double cpu = application.cpuSeconds() + database.cpuSeconds();
        long began = System.nanoTime();
        String address = upload(http, application, file);
        double uploaded = secondsSince(began);
        System.out.printf("uploaded in %.1f s, %.0f MB a second%n", uploaded, bytes / uploaded / MEGABYTE);
        long started = System.nanoTime();
        JsonNode state = ask(http, application, address);
        while (state.path("state").asString().equals("running")) {
            Thread.sleep(200);
            state = ask(http, application, address);
        }
        double imported = secondsSince(started);
        long rows = state.path("rows").asLong();
        System.out.printf(
                "%s: %,d rows in %.1f s, %,.0f rows and %.1f MB a second; %,d accepted, %,d duplicates, %,d rejected%n",
                state.path("state").asString(),
                rows,
                imported,
                rows / imported,
                bytes / imported / MEGABYTE,
                state.path("accepted").asLong(),
                state.path("duplicates").asLong(),
                state.path("rejected").asLong());
        System.out.printf(
                "%.1f CPU seconds per million rows, scoring with it; the application had at most %,d MB of memory%n",
                (application.cpuSeconds() + database.cpuSeconds() - cpu) / rows * MEGABYTE,
                application.mostMemory() / MEGABYTE);
    }

    private long write(Path file) throws IOException {
        var random = new Random(7);
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(DAYS);
        long rows = 0;
        long written = 0;
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write("id,account,time,user,event,quantity\n");
            while (written < megabytes * MEGABYTE) {
                int second = random.nextInt(SECONDS_OF_A_DAY);
                // As exports are sorted: by time.
                String row = "e%d,account-%d,%sT%02d:%02d:%02dZ,user-%d,feature %d,%d%n"
                        .formatted(
                                rows,
                                random.nextInt(ACCOUNTS),
                                first.plusDays(written * DAYS / (megabytes * MEGABYTE)),
                                second / 3600,
                                second / 60 % 60,
                                second % 60,
                                random.nextInt(USERS),
                                random.nextInt(FEATURES),
                                1 + random.nextInt(5));
                writer.write(row);
                written += row.length();
                rows++;
            }
        }
        return rows;
    }

    private static String upload(HttpClient http, Application application, Path file) throws Exception {
        HttpResponse<String> answer = http.send(
                request(application, "/v1/imports?kind=events&file=bench.csv&run=true")
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofFile(file))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException("The file was refused: " + answer.body()));
    }

    private static JsonNode ask(HttpClient http, Application application, String address) throws Exception {
        return JSON.readTree(
                http.send(request(application, address).GET().build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    private static HttpRequest.Builder request(Application application, String path) {
        return HttpRequest.newBuilder(URI.create(application.url() + path))
                .header("Authorization", "Bearer " + Application.KEY);
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
