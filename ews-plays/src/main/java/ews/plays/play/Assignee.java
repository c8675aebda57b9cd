package ews.plays.play;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * For whom a task of a play is: somebody by what they are to the account, or a certain member.
 *
 * @param member the email address of that member; {@code null} unless the role is {@link AssigneeRole#MEMBER}
 */
public record Assignee(AssigneeRole role, @Nullable String member) {

    public static final Assignee CSM = new Assignee(AssigneeRole.CSM, null);
    public static final Assignee MANAGER = new Assignee(AssigneeRole.MANAGER, null);

    /** What a document has to say. */
    static final String EXPECTED = "must be csm, manager, sponsor or the email address of a member";

    public Assignee {
        member = role == AssigneeRole.MEMBER
                ? Objects.requireNonNull(member, "member").strip().toLowerCase(Locale.ROOT)
                : null;
    }

    /**
     * @param code the code of a role, or an email address
     * @throws IllegalArgumentException if it is neither
     */
    @JsonCreator
    public static Assignee of(String code) {
        if (code.contains("@")) {
            return new Assignee(AssigneeRole.MEMBER, code);
        }
        return Stream.of(AssigneeRole.values())
                .filter(it -> it != AssigneeRole.MEMBER && it.code().equals(code))
                .findFirst()
                .map(it -> new Assignee(it, null))
                .orElseThrow(() -> new IllegalArgumentException(EXPECTED));
    }

    @JsonValue
    public String code() {
        return member == null ? role.code() : member;
    }

    public String label() {
        return member == null ? role.label() : member;
    }
}
