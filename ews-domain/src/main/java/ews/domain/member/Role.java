package ews.domain.member;

import java.util.Locale;

/** What a member comes to the product for, and so may do. */
public enum Role {
    /** Works with accounts: sees all, changes those that are their own. */
    CSM,
    /** Leads CSMs: sees and changes all accounts, reassigns. */
    MANAGER,
    /** Reads everything, changes nothing. */
    EXECUTIVE,
    /** Changes everything, including segments, profiles, members and sources. */
    ADMIN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return this == CSM ? "CSM" : name().charAt(0) + code().substring(1);
    }

    /** @throws IllegalArgumentException if there is no such role */
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
