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
    private long inTurn;

    Traffic(int accounts, int usersAnAccount, int features) {
        this.accounts = accounts;
        this.usersAnAccount = usersAnAccount;
        this.features = features;
    }

    /** The body of one POST; the events follow each other by a millisecond from {@code time} on. */
    synchronized byte[] batch(int events, Instant time) {
        var body = new Body(events);
        for (int i = 0; i < events; i++) {
            body.add(
                    time.plusMillis(i),
                    1 + random.nextInt(accounts),
                    1 + random.nextInt(usersAnAccount),
                    1 + random.nextInt(features));
        }
        return body.bytes();
    }

    /** How many events name each user and each feature of every account at least once. */
    long toNameAll() {
        return (long) accounts * Math.max(usersAnAccount, features);
    }

    /** As {@link #batch}, but one account after the other: the first {@link #toNameAll()} events name all. */
    synchronized byte[] nextOfAll(int events, Instant time) {
        var body = new Body(events);
        for (int i = 0; i < events; i++) {
            int round = (int) (inTurn / accounts);
            body.add(
                    time.plusMillis(i),
                    1 + (int) (inTurn % accounts),
                    1 + round % usersAnAccount,
                    1 + round % features);
            inTurn++;
        }
        return body.bytes();
    }

    private final class Body {

        private final StringBuilder json;

        Body(int events) {
            json = new StringBuilder(events * 190).append("{\"events\":[");
        }

        void add(Instant time, int account, int user, int feature) {
            json.append(json.charAt(json.length() - 1) == '[' ? "" : ",")
                    .append(String.format(
                            Locale.ROOT,
                            "{\"type\":\"usage\",\"id\":\"b-%d\",\"time\":\"%s\",\"account\":\"bench-%d\",\"user\":\"u%d\","
                                    + "\"name\":\"feature.%d\",\"quantity\":1,\"properties\":{\"page\":\"p%d\"}}",
                            number++,
                            time,
                            account,
                            user,
                            feature,
                            random.nextInt(500)));
        }

        byte[] bytes() {
            return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
