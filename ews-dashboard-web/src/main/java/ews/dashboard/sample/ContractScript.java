package ews.dashboard.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;

/** Who the customer is and what it bought: attributes and subscription, and each change of them. */
record ContractScript() implements Script {

    /** Of customers older than a year, the first day of the year tells what was known before. */
    static final int FIRST_DAY = 364;

    @Override
    public void tell(Scene scene) {
        Customer customer = scene.customer();
        int ago = scene.ago();
        boolean first = ago == Math.min(customer.startedAgo(), FIRST_DAY);
        if (customer.left().isPresent() && customer.left().getAsInt() == ago) {
            scene.tell("subscription", "cancelled", 16.5).with("status", "cancelled");
        }
        if (!customer.isCustomer(ago)) {
            return;
        }
        boolean paysNow = customer.paysSince() == ago;
        boolean renewed = renewal(scene, ago + 1).isEqual(scene.date());
        if (first || paysNow || renewed || customer.seats(ago) != customer.seats(ago + 1)) {
            subscription(scene);
        }
        if (first) {
            attributes(scene);
        } else if (!customer.stage(ago).equals(customer.stage(ago + 1))) {
            var stage = new LinkedHashMap<String, Object>();
            stage.put("stage", customer.stage(ago));
            scene.tell("account", "stage", 7).with("attributes", stage);
        }
    }

    private static void subscription(Scene scene) {
        Customer customer = scene.customer();
        scene.tell("subscription", "subscription", 6.5)
                .with("status", customer.isOnTrial(scene.ago()) ? "trial" : "active")
                .with("plan", customer.plan())
                .with("seats", customer.seats(scene.ago()))
                .with("value", customer.annualValue(scene.ago()))
                .with("currency", "USD")
                .with("renewalDate", renewal(scene, scene.ago()).toString());
    }

    private static void attributes(Scene scene) {
        Customer customer = scene.customer();
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("name", customer.name());
        attributes.put("stage", customer.stage(scene.ago()));
        attributes.put("plan", customer.plan());
        attributes.put("csm", customer.csm().email());
        attributes.put("product", customer.product());
        attributes.put("industry", customer.industry());
        attributes.put("region", customer.region());
        scene.tell("account", "attributes", 6).with("attributes", attributes);
    }

    /** The first day after {@code ago} on which the contract or the trial ends. */
    private static LocalDate renewal(Scene scene, int ago) {
        Customer customer = scene.customer();
        LocalDate since = scene.date(customer.paysSince());
        if (customer.isOnTrial(ago)) {
            return since;
        }
        LocalDate day = scene.date(ago);
        int years = day.getYear() - since.getYear();
        LocalDate renewal = since.plusYears(years);
        return renewal.isAfter(day) ? renewal : since.plusYears(years + 1);
    }
}
