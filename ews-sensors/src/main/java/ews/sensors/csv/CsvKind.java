package ews.sensors.csv;

import ews.domain.event.EventType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rows of a file are. Each row becomes one event. */
public enum CsvKind {
    ACCOUNTS("Accounts", "One row an account: its name, plan, CSM and whatever else is known", EventType.ACCOUNT),
    USERS("Users", "One row a user: to which account they belong, and who they are", EventType.USER),
    CONTRACTS("Contracts", "One row a contract: plan, seats, annual value, renewal", EventType.SUBSCRIPTION),
    EVENTS("Events", "One row an event: usage, tickets, invoices, feedback, outcomes", null);

    private final String title;
    private final String about;
    private final @Nullable EventType type;

    CsvKind(String title, String about, @Nullable EventType type) {
        this.title = title;
        this.about = about;
        this.type = type;
    }

    public String title() {
        return title;
    }

    /** What a row is, for people. */
    public String about() {
        return about;
    }

    /** In the database, in addresses and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CsvKind> coded(String code) {
        return List.of(values()).stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** Of every row; {@code null} if a column or the mapping says it. */
    @Nullable
    EventType type() {
        return type;
    }

    /** Whether columns that nothing else is made of may become attributes under names of their own. */
    public boolean hasAttributes() {
        return this == ACCOUNTS || this == USERS;
    }

    /** What a column may be, the most important first. */
    public List<CsvTarget> targets() {
        return CsvTargets.of(this);
    }
}
