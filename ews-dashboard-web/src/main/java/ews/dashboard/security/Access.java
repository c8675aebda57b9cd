package ews.dashboard.security;

import ews.domain.member.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Who may use a route. */
enum Access {
    /** Everybody, signed in or not. */
    ANYONE,
    /** Every member. */
    MEMBERS(Role.values()),
    /** Members who act on accounts; which ones, {@link Viewer#mayChange} says. */
    WORKERS(Role.CSM, Role.MANAGER, Role.ADMIN),
    /** Members who lead CSMs. */
    LEADERS(Role.MANAGER, Role.ADMIN),
    ADMINS(Role.ADMIN),
    /** Whoever holds the key of a source; what the key may do, the API checks itself. */
    KEYS,
    /** The machine itself, or a key that may read. */
    OPERATORS;

    private final Set<Role> roles;

    Access(Role... roles) {
        this.roles = EnumSet.noneOf(Role.class);
        this.roles.addAll(Arrays.asList(roles));
    }

    /** The roles that may come in; empty where roles do not decide. */
    Set<Role> roles() {
        return roles;
    }

    boolean needsMember() {
        return !roles.isEmpty();
    }

    String[] roleNames() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}
