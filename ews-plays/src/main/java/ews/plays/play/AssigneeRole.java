package ews.plays.play;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who gets a task, by what they are to the account. */
public enum AssigneeRole {
    /** The account's CSM. */
    @JsonProperty("csm")
    CSM("CSM"),
    /** A manager, who leads the CSMs. */
    @JsonProperty("manager")
    MANAGER("Manager");

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
