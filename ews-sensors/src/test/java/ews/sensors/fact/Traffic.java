package ews.sensors.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Events of all types for a few accounts over three months; the same seed makes the same events. */
final class Traffic {

    static final int ACCOUNTS = 6;
    static final int USERS = 8;
    static final String[] FEATURES = {"report", "export", "login", "share", "admin"};

    private final Random random;
    private final List<String> events = new ArrayList<>();

    private Traffic(long seed) {
        random = new Random(seed);
    }

    static List<String> of(long seed, int events) {
        var traffic = new Traffic(seed);
        for (int i = 0; i < events; i++) {
            traffic.add("e" + i);
        }
        return traffic.events;
    }

    private void add(String id) {
        String head = "'id':'%s','time':'2026-%02d-%02dT%02d:00:00Z','account':'a%d'"
                .formatted(
                        id, random.nextInt(1, 3), random.nextInt(1, 28), random.nextInt(24), random.nextInt(ACCOUNTS));
        String user = "'user':'u%d'".formatted(random.nextInt(USERS));
        String body = switch (random.nextInt(20)) {
            case 0 ->
                "'type':'support','ticket':'t%d','status':'%s'".formatted(random.nextInt(4), any("open", "solved"));
            case 1 ->
                "'type':'invoice','invoice':'i%d','status':'%s','amount':%d,'currency':'USD'"
                        .formatted(random.nextInt(4), any("issued", "paid", "overdue"), random.nextInt(1_000));
            case 2 ->
                "'type':'subscription','status':'%s','seats':%d,'plan':'%s','value':%d,'currency':'EUR'"
                        .formatted(
                                any("trial", "active", "cancelled"),
                                random.nextInt(99),
                                any("s", "m"),
                                random.nextInt(9_999));
            case 3 -> "'type':'subscription','renewalDate':'2027-0%d-01'".formatted(random.nextInt(1, 9));
            case 4 ->
                "'type':'feedback','kind':'nps','score':%d,'response':'r%d',%s"
                        .formatted(random.nextInt(11), random.nextInt(20), user);
            case 5 -> "'type':'outcome','goal':'g%d','value':%d".formatted(random.nextInt(2), random.nextInt(100));
            case 6 ->
                "'type':'account','attributes':{'name':'N%d','stage':'%s','plan':'p%d','csm':'c%d@example.com'}"
                        .formatted(random.nextInt(9), any("onboarding", "live"), random.nextInt(9), random.nextInt(3));
            case 7 ->
                "'type':'user',%s,'attributes':{'%s':'%d'}".formatted(user, any("name", "email"), random.nextInt(99));
            default ->
                "'type':'usage','name':'%s','quantity':%d%s"
                        .formatted(any(FEATURES), random.nextInt(-3, 9), random.nextInt(9) == 0 ? "" : "," + user);
        };
        events.add("{" + head + "," + body + "}");
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
