package ews.dashboard.sample;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** The sample company: its CSMs, their manager and its customers. The same seed makes the same company. */
record Company(long seed, List<Colleague> csms, Colleague manager, List<Customer> customers) {

    private static final int TRIAL_DAYS = 30;

    static Company of(long seed, int size) {
        List<Colleague> csms = Names.of("csms").stream().map(Company::colleague).toList();
        List<Casting> castings = Casting.of(size);
        var names = new HashSet<String>();
        List<Customer> customers = IntStream.range(0, size)
                .mapToObj(number -> customer(Dice.of(seed, "customer", number), castings.get(number), csms, names))
                .toList();
        return new Company(seed, csms, colleague(Names.of("manager").getFirst()), customers);
    }

    private static Colleague colleague(String name) {
        return new Colleague(name, slug(name, '.') + "@tidewater.example.com");
    }

    /** @param names those that are taken */
    static Customer customer(Dice dice, Casting casting, List<Colleague> csms, Set<String> names) {
        String[] industry = dice.one(Names.of("industries")).split(": ");
        String name = freeName(dice, List.of(industry[1].split(", ")), names);
        Part part = casting.part().apply(dice);
        Cohort cohort = casting.cohort();
        int seats = cohort.seats(dice);
        int trialDays = cohort == Cohort.FREE_TRIAL || (cohort == Cohort.SMB && dice.chance(0.5)) ? TRIAL_DAYS : 0;
        String key = slug(name, '-');
        Temper temper = part.story() instanceof RecoveredByPlay ? Temper.strong(dice) : Temper.of(dice);
        return new Customer(
                key,
                name,
                cohort,
                industry[0],
                dice.one(Names.of("regions")),
                cohort.plan(dice),
                dice.one(Names.of("products")),
                csm(dice, part.story(), csms),
                seats,
                part.startedAgo(),
                trialDays,
                part.left(),
                part.story(),
                temper,
                People.of(dice, key, part, (int) Math.max(2, Math.round(seats * temper.coverage()))),
                goals(dice));
    }

    private static String freeName(Dice dice, List<String> endings, Set<String> taken) {
        while (true) {
            String name = dice.one(Names.of("companies")) + " " + dice.one(endings);
            if (taken.add(name)) {
                return name;
            }
        }
    }

    /** The last one took over the customers of somebody who left, and has more troubles than the others. */
    private static Colleague csm(Dice dice, Story story, List<Colleague> csms) {
        boolean trouble = story instanceof SlowDecline
                || story instanceof ChampionLeft
                || story instanceof SuddenSilence
                || story instanceof OnboardingStuck;
        return trouble && dice.chance(0.45) ? csms.getLast() : dice.one(csms);
    }

    private static List<Goal> goals(Dice dice) {
        var goals = new ArrayList<Goal>();
        List<String> all = Names.of("goals");
        int first = dice.between(0, all.size() - 1);
        for (int i = 0; i < dice.between(1, 2); i++) {
            String[] goal = all.get((first + i) % all.size()).split(": ");
            goals.add(new Goal(goal[0], Integer.parseInt(goal[1])));
        }
        return List.copyOf(goals);
    }

    /** Lower case letters and digits, words joined by {@code joint}. */
    static String slug(String name, char joint) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", String.valueOf(joint));
    }
}
