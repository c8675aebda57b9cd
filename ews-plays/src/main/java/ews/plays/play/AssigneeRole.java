package ews.plays.play;

import java.util.Locale;

/** Who gets a task, by what they are to the account. */
public enum AssigneeRole {
    /** The account's CSM. */
    CSM("CSM"),
    /** A manager, who leads the CSMs. */
    MANAGER("Manager"),
    /** The member whom the account's attribute {@code sponsor} names, by email address or name; else its CSM. */
    SPONSOR("Sponsor"),
    /** A certain member; while that one is not active, a manager. */
    MEMBER("Member");

    private final String label;

    AssigneeRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such role */
    public static AssigneeRole of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
