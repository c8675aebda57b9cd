package ews.dashboard.sample;

/** What people say: the quarterly survey, an answer after a solved ticket, and once a month what their CSM senses. */
record FeedbackScript() implements Script {

    private static final int SURVEY_DAYS = 91;
    private static final int SENSE_DAYS = 28;
    private static final int SETTLING_IN_DAYS = 10;

    @Override
    public void tell(Scene scene) {
        Customer customer = scene.customer();
        int ago = scene.ago();
        boolean settledIn = customer.startedAgo() - ago >= SETTLING_IN_DAYS;
        if (!customer.isCustomer(ago) || !settledIn || customer.story() instanceof JustSigned) {
            return;
        }
        double mood = customer.mood(ago);
        int phase = customer.key().hashCode();
        long day = scene.date().toEpochDay();
        if (Math.floorMod(day + phase, SURVEY_DAYS) == 0) {
            survey(scene, mood);
        }
        if (Math.floorMod(day + phase, SENSE_DAYS) == 3) {
            Dice dice = scene.dice("sentiment", ago);
            say(scene, dice, "sentiment", "sentiment", 10, mood, 1, 5, 0.06);
        }
        if (TicketScript.opened(scene, ago + 2).isPresent()) {
            Dice dice = scene.dice("csat", ago);
            if (dice.chance(0.45)) {
                say(scene, dice, "csat", "csat", 11, mood, 1, 5, 0.14);
            }
        }
    }

    private static void survey(Scene scene, double mood) {
        Dice dice = scene.dice("nps", scene.ago());
        int answers = 1 + dice.streak(0.5, 3);
        for (int i = 0; i < Math.min(answers, scene.customer().people().size()); i++) {
            Person person = scene.customer().people().get(i);
            if (person.joinedAgo() > scene.ago()) {
                say(scene, dice, "nps", "nps-" + person.key(), 9 + i, mood, 0, 10, 0.08)
                        .with("user", person.key());
            }
        }
    }

    private static SampleEvent say(
            Scene scene,
            Dice dice,
            String kind,
            String id,
            double hour,
            double mood,
            int least,
            int most,
            double spread) {
        double felt = Math.clamp(mood + dice.between(-spread, spread), 0, 1);
        SampleEvent event = scene.tell("feedback", id, hour)
                .with("kind", kind)
                .with("score", Math.round(least + felt * (most - least)));
        if (dice.chance(0.5)) {
            String tone = felt > 0.75 ? "praise" : felt > 0.5 ? "so-so" : "complaints";
            event.with("comment", dice.one(Names.of(tone)));
        }
        return event;
    }
}
