package ews.plays.run;

import java.util.Locale;

/**
 * Which open tasks of an account go to its new CSM along with it. Tasks that nobody has who can work always do, unless
 * they are meant for a manager or a certain member; those are never taken from anybody else.
 */
public enum OwnerChange {
    NONE("No task: they stay with whom they have"),
    ALL_BUT_MANUAL("The tasks of plays, but none that somebody added by hand"),
    ALL("All tasks of the former CSM");

    private final String label;

    OwnerChange(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name in the database and in forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such choice; the message lists those that there are */
    public static OwnerChange of(String code) {
        for (OwnerChange change : values()) {
            if (change.code().equals(code)) {
                return change;
            }
        }
        throw new IllegalArgumentException(
                "Choose whether none, all_but_manual or all of the open tasks move; got \"%s\".".formatted(code));
    }
}
