package ews.dashboard.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Who works with the product at a customer. */
final class People {

    private static final int YEAR = 365;
    private static final double TURNOVER = 0.12;

    private People() {}

    /** @param atFirst how many there are when the story begins; it may bring more */
    static List<Person> of(Dice dice, String customer, Part part, int atFirst) {
        Story story = part.story();
        int most = (int) Math.round(atFirst * story.size(0));
        var people = new ArrayList<Person>(most);
        var names = new HashSet<String>();
        for (int i = 0; i < most; i++) {
            String name = freeName(dice, names);
            String key = Company.slug(name, '.');
            people.add(new Person(
                    key,
                    name,
                    key + "@" + customer + ".example.com",
                    joined(dice, part, i, atFirst),
                    i == 0 ? 0 : loyalty(i, most),
                    i == 0 ? 0.75 : dice.between(0.2, 0.5),
                    dice.between(24, 34)));
        }
        return List.copyOf(people);
    }

    private static String freeName(Dice dice, HashSet<String> taken) {
        while (true) {
            String name = dice.one(Names.of("first names")) + " " + dice.one(Names.of("last names"));
            if (taken.add(name)) {
                return name;
            }
        }
    }

    /** Spread evenly over 0 to 1 and mixed (7 and the numbers that we have are mostly coprime). */
    private static double loyalty(int number, int of) {
        return ((number * 7L) % of + 0.5) / of;
    }

    private static int joined(Dice dice, Part part, int number, int atFirst) {
        int start = part.startedAgo();
        if (number >= atFirst) {
            int ago = start;
            while (ago > 1 && atFirst * part.story().size(ago) <= number) {
                ago--;
            }
            return ago;
        }
        boolean newcomer = number > 0 && start > YEAR && dice.chance(TURNOVER);
        return newcomer ? dice.between(40, YEAR - 60) : start;
    }
}
