package ews.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;

/** Usage events as a busy product sends them: many accounts and users mixed, all of them of the last minutes. */
final class Traffic {

    private final SplittableRandom random = new SplittableRandom(42);
    private final int accounts;
    private final int usersAnAccount;
    private final int features;
    private long number;

    Traffic(int accounts, int usersAnAccount, int features) {
        this.accounts = accounts;
        this.usersAnAccount = usersAnAccount;
        this.features = features;
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
                            1 + random.nextInt(accounts),
                            1 + random.nextInt(usersAnAccount),
                            1 + random.nextInt(features),
                            random.nextInt(500)));
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
