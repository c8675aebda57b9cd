package ews.detection.scoring;

import ews.domain.account.AccountId;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts that open tickets, have them solved, and use the product now and then, all by chance. */
final class Customers {

    private static final int USERS = 5;

    private final FactFixture facts;
    private final Random random;
    private final List<Customer> customers = new ArrayList<>();

    private record Customer(AccountId account, Deque<String> openTickets) {}

    /** All of them have used the product for some weeks before the first day. */
    Customers(int count, Instance instance, LocalDate first, Random random) {
        OrganisationDays days = instance.the(OrganisationDays.class);
        this.facts = new FactFixture(instance.the(JdbcClient.class), days);
        this.random = random;
        instance.setClock(days.startOf(first));
        for (int i = 0; i < count; i++) {
            LocalDate since = first.minusDays(60);
            AccountId account = facts.account("customer-" + i, since);
            facts.subscription(account, since, "active", "enterprise", 12);
            facts.usage(account, since, first.minusDays(1), USERS);
            customers.add(new Customer(account, new ArrayDeque<>()));
        }
    }

    /** What happens on a day. */
    void live(LocalDate day) {
        for (Customer customer : customers) {
            if (random.nextInt(3) == 0) {
                facts.usage(customer.account, day, day, USERS);
            }
            if (random.nextInt(6) == 0) {
                String ticket = "T-" + customer.account + "-" + day;
                customer.openTickets.add(ticket);
                facts.ticket(customer.account, day, ticket, "open", "high");
            }
            if (random.nextInt(4) == 0 && !customer.openTickets.isEmpty()) {
                facts.ticket(customer.account, day, customer.openTickets.remove(), "solved", "high");
            }
        }
    }

    /** Something arrives about some of them that was known already. */
    void sendAgain(LocalDate day) {
        for (Customer customer : customers) {
            if (random.nextInt(3) == 0) {
                facts.dirty(customer.account, day);
            }
        }
    }
}
