package ews.dashboard.sample;

import java.util.List;

/**
 * Tells one kind of events of a scene's day. A script keeps nothing between days: what began earlier (a ticket that is
 * solved today) is found again by throwing the dice of that earlier day.
 */
@FunctionalInterface
interface Script {

    List<Script> ALL = List.of(
            new ContractScript(),
            new UsageScript(),
            new TicketScript(),
            new InvoiceScript(),
            new FeedbackScript(),
            new GoalScript());

    void tell(Scene scene);
}
