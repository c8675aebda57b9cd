package ews.dashboard.accounts;

import ews.dashboard.view.Avatar;
import ews.dashboard.view.Figures;
import ews.dashboard.view.When;
import ews.domain.account.Account;
import ews.domain.fact.Subscription;
import ews.domain.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who the account is: the top of its page and of its preview.
 *
 * @param kind segment, stage and CSM in one line
 * @param rule which rule put it into its segment, as it reads after "because"
 * @param csm the CSM's name
 */
record AccountHead(
        long id,
        String key,
        String name,
        Avatar avatar,
        String kind,
        String segment,
        String rule,
        @Nullable String csm,
        List<Fact> facts) {

    private static final String ARR = "ARR";
    private static final String RENEWS = "Renews";

    /** What it is worth and until when, in a few words; empty where no contract is known. */
    public String worth() {
        return facts.stream()
                .filter(fact -> fact.label().equals(ARR) || fact.label().equals(RENEWS))
                .map(fact -> fact.label().equals(ARR) ? fact.value() + " ARR" : "renews in " + fact.value())
                .collect(Collectors.joining(", "));
    }

    /** A labelled value. */
    record Fact(String label, String value, String detail) {}

    /** @param contract as it stood on the day that is looked at; {@code null} if there was none */
    static AccountHead of(
            Account account, Segment segment, @Nullable String csm, @Nullable Subscription contract, When when) {
        var kind = new ArrayList<String>();
        kind.add(segment.name());
        if (account.stage() != null && !account.stage().equalsIgnoreCase(segment.name())) {
            kind.add(capitalised(account.stage()));
        }
        kind.add(csm == null ? "no CSM" : csm);
        return new AccountHead(
                account.id().value(),
                account.key(),
                account.name(),
                Avatar.of(account.name()),
                String.join(" · ", kind),
                segment.name(),
                segment.conditions().isEmpty() ? "no other segment takes it" : segment.rule(),
                csm,
                contract == null ? List.of() : facts(contract, when));
    }

    private static List<Fact> facts(Subscription contract, When when) {
        var facts = new ArrayList<Fact>();
        if (contract.annualValue() != null) {
            facts.add(new Fact(
                    ARR,
                    Figures.money(
                            contract.annualValue().amount(),
                            contract.annualValue().currency()),
                    Figures.exactMoney(
                            contract.annualValue().amount(),
                            contract.annualValue().currency())));
        }
        facts.add(new Fact(
                "Subscription",
                capitalised(contract.status().name().toLowerCase(Locale.ROOT)),
                Objects.requireNonNullElse(contract.plan(), "")));
        if (contract.seats() != null) {
            facts.add(new Fact("Seats", Figures.whole(contract.seats()), ""));
        }
        if (contract.renewal() != null) {
            facts.add(new Fact(RENEWS, when.until(contract.renewal()), When.day(contract.renewal())));
        }
        facts.add(new Fact("Customer since", When.day(contract.started()), ""));
        return facts;
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
