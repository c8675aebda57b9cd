package ews.dashboard.setup.member;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.People;
import ews.dashboard.setup.Fields;
import ews.domain.member.Member;
import ews.domain.member.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A member as typed. */
record MemberForm(
        @Nullable String email,
        @Nullable String name,
        @Nullable String role) {

    static final MemberForm BLANK = new MemberForm("", "", Role.CSM.name());

    static MemberForm of(Member member) {
        return new MemberForm(member.email(), member.name(), member.role().name());
    }

    /** What the form says, once it is right. */
    record Details(String email, String name, Role role) {}

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Details> read(Fields fields) {
        People.problemWithEmail(typed(email)).ifPresent(problem -> fields.wrong("email", problem));
        People.problemWithName(typed(name)).ifPresent(problem -> fields.wrong("name", problem));
        Optional<Role> chosen = fields.constant("role", Role.class, typed(role));
        return fields.areRight() ? chosen.map(it -> new Details(typed(email), typed(name), it)) : Optional.empty();
    }
}
