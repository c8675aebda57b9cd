package ews.plays.meeting;

import ews.plays.email.Contact;

/** A contact who is invited, as they were called then. */
public record Guest(String name, String email) {

    static Guest of(Contact contact) {
        if (!contact.isWritable()) {
            throw new IllegalArgumentException(
                    "%s cannot be invited: %s".formatted(contact.label(), contact.refusal()));
        }
        return new Guest(contact.label(), contact.email());
    }
}
