package ews.dashboard.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;

/** What people do in the product, and who they are on the day on which they join. */
record UsageScript() implements Script {

    private static final double ONE_MORE = 0.34;
    private static final int MOST_A_DAY = 6;

    @Override
    public void tell(Scene scene) {
        Customer customer = scene.customer();
        int ago = scene.ago();
        if (!customer.isCustomer(ago)) {
            return;
        }
        Dice dice = scene.dice("usage", ago);
        double work = Calendar.work(scene.date())
                * customer.story().intensity(ago)
                * customer.temper().pace();
        int number = 0;
        for (Person person : customer.people()) {
            boolean joins = ago == Math.min(person.joinedAgo(), ContractScript.FIRST_DAY);
            if (joins) {
                introduce(scene, person);
            }
            boolean works = dice.chance(person.habit() * work);
            if (isThere(customer, person, ago, scene.date()) && (works || joins)) {
                number = oneDay(scene, person, dice, number);
            }
        }
    }

    private static boolean isThere(Customer customer, Person person, int ago, LocalDate day) {
        Story story = customer.story();
        boolean stays = person.isChampion() ? story.hasChampion(ago) : true;
        return ago <= person.joinedAgo()
                && stays
                && person.loyalty() < story.activity(ago)
                && !Calendar.isOnHoliday(person, day);
    }

    private static void introduce(Scene scene, Person person) {
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("name", person.name());
        attributes.put("email", person.email());
        scene.tell("user", "user-" + person.key(), 6.2)
                .with("user", person.key())
                .with("attributes", attributes);
    }

    private static int oneDay(Scene scene, Person person, Dice dice, int before) {
        int number = before;
        double hour = dice.between(7.5, 15.5);
        for (int left = 1 + dice.streak(ONE_MORE, MOST_A_DAY - 1); left > 0; left--) {
            Feature feature = Feature.any(dice, scene.customer().story(), person, scene.ago());
            SampleEvent event = scene.tell("usage", "u" + ++number, hour)
                    .with("user", person.key())
                    .with("name", feature.wireName());
            int quantity = feature.quantity(dice);
            if (quantity > 1) {
                event.with("quantity", quantity);
            }
            hour += dice.between(0.05, 0.9);
        }
        return number;
    }
}
