package ews.dashboard.emails;

import ews.domain.account.AccountId;
import ews.plays.email.Contact;
import ews.plays.email.Contacts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The contacts of an account, to choose from.
 *
 * @param shown those that were chosen, then others
 * @param more whether the account has contacts that are not shown
 */
public record Receivers(List<Receiver> shown, boolean more) {

    /** @param chosen whether it goes to this contact */
    public record Receiver(Contact contact, boolean chosen) {}

    /** Whether no contact of the account is known. */
    public boolean areNone() {
        return shown.isEmpty() && !more;
    }

    /** Reads them. */
    @Component
    public static class Reading {

        private static final int SHOWN = 30;

        private final Contacts contacts;

        Reading(Contacts contacts) {
            this.contacts = contacts;
        }

        /** @param find what those who were not chosen have in their name, address or role */
        public Receivers of(AccountId account, List<Long> chosen, String find) {
            var shown = new ArrayList<Receiver>();
            contacts.withIds(account, chosen).forEach(it -> shown.add(new Receiver(it, true)));
            contacts.named(account, find, SHOWN).stream()
                    .filter(it -> !chosen.contains(it.id()))
                    .forEach(it -> shown.add(new Receiver(it, false)));
            return new Receivers(List.copyOf(shown), contacts.count(account) > shown.size());
        }
    }
}
