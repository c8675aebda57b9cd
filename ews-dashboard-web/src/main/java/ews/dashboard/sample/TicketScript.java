package ews.dashboard.sample;

import java.util.Optional;

/** Questions and troubles: opened, now and then answered too late, solved. */
record TicketScript() implements Script {

    private static final double DAYS_A_MONTH = 30;
    private static final int LONGEST = 21;
    private static final int SLA_DAYS = 3;

    /** @param days from the opening to the solution */
    record Ticket(String id, String priority, String subject, int days, boolean late) {}

    @Override
    public void tell(Scene scene) {
        for (int opened = scene.ago() + LONGEST; opened >= scene.ago(); opened--) {
            int day = opened - scene.ago();
            opened(scene, opened).ifPresent(ticket -> tell(scene, ticket, day));
        }
    }

    /** The ticket that was opened on that day, if one was. */
    static Optional<Ticket> opened(Scene scene, int ago) {
        Customer customer = scene.customer();
        Story story = customer.story();
        Dice dice = scene.dice("ticket", ago);
        double size = 0.5 + customer.seats() / 25.0;
        double work = Calendar.work(scene.date(ago)) * 7 / 5;
        boolean opens = dice.chance(story.ticketsAMonth(ago) * size * work / DAYS_A_MONTH);
        if (!opens || !customer.isCustomer(ago) || ago > ContractScript.FIRST_DAY) {
            return Optional.empty();
        }
        boolean late = dice.chance(story.slaBreaches(ago));
        int days = late ? dice.between(SLA_DAYS + 4, LONGEST) : dice.between(0, SLA_DAYS);
        return Optional.of(new Ticket(
                "T-" + customer.key() + "-" + scene.date(ago).toEpochDay(),
                priority(dice, customer.mood(ago)),
                dice.one(Names.of("tickets")),
                days,
                late));
    }

    private static String priority(Dice dice, double mood) {
        double urgency = dice.share() + (0.8 - mood) * 0.3;
        return urgency > 0.93 ? "urgent" : urgency > 0.75 ? "high" : urgency > 0.22 ? "normal" : "low";
    }

    private static void tell(Scene scene, Ticket ticket, int day) {
        if (day == 0) {
            scene.tell("support", "ticket-open", 8.5)
                    .with("ticket", ticket.id())
                    .with("status", "open")
                    .with("priority", ticket.priority())
                    .with("slaBreached", false)
                    .with("subject", ticket.subject());
        }
        if (ticket.late() && day == SLA_DAYS) {
            scene.tell("support", ticket.id() + "-late", 12)
                    .with("ticket", ticket.id())
                    .with("slaBreached", true);
        }
        if (day == ticket.days()) {
            scene.tell("support", ticket.id() + "-solved", 17)
                    .with("ticket", ticket.id())
                    .with("status", "solved");
        }
    }
}
