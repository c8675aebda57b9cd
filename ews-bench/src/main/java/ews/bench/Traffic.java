package ews.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;

/** Usage events as a busy product sends them: many accounts and users mixed, all of them of the last minutes. */
final class Traffic {

    private static final int FEATURES = 20;

    private final SplittableRandom random = new SplittableRandom(42);
    private final int accounts;
    private final int usersAnAccount;
    private long number;

    Traffic(int accounts, int usersAnAccount) {
        this.accounts = accounts;
        this.usersAnAccount = usersAnAccount;
    }

    /** The body of one POST; the events follow each other by a millisecond from {@code time} on. */
    synchronized byte[] batch(int events, Instant time) {
        var json = new StringBuilder(events * 190).append("{\"events\":[");
        for (int i = 0; i < events; i++) {
            json.append(i == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT,
                            "{\"type\":\"usage\",\"id\":\"b-%d\",\"time\":\"%s\",\"account\":\"bench-%d\",\"user\":\"u%d\","
                                    + "\"name\":\"feature.%d\",\"quantity\":1,\"properties\":{\"page\":\"p%d\"}}",
                            number++,
                            time.plusMillis(i),
                            random.nextInt(accounts),
                            random.nextInt(usersAnAccount),
                            random.nextInt(FEATURES),
                            random.nextInt(500)));
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
