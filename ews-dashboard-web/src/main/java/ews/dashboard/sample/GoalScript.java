package ews.dashboard.sample;

/** How far they got towards what they bought the product for, reported every two weeks. */
record GoalScript() implements Script {

    private static final int EVERY_DAYS = 14;
    private static final int FIRST_AFTER_DAYS = 4;

    @Override
    public void tell(Scene scene) {
        Customer customer = scene.customer();
        int ago = scene.ago();
        int since = Math.min(customer.startedAgo(), ContractScript.FIRST_DAY) - ago - FIRST_AFTER_DAYS;
        if (!customer.isCustomer(ago)
                || customer.story() instanceof JustSigned
                || since < 0
                || since % EVERY_DAYS != 0) {
            return;
        }
        for (Goal goal : customer.goals()) {
            double reached = customer.attainment(ago)
                    * scene.dice("goal " + goal.name(), ago).between(0.95, 1.05);
            scene.tell("outcome", "goal-" + Company.slug(goal.name(), '-'), 18)
                    .with("goal", goal.name())
                    .with("value", Math.round(goal.target() * reached))
                    .with("target", goal.target());
        }
    }
}
