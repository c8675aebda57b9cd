package ews.dashboard.setup.member;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.domain.member.Member;
import ews.domain.member.Role;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A member as typed. */
record MemberForm(
        @Nullable String email,
        @Nullable String name,
        @Nullable String role) {

    /** Deliberately loose: whether an address exists, only a mail to it can tell. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    static final MemberForm BLANK = new MemberForm("", "", Role.CSM.name());

    static MemberForm of(Member member) {
        return new MemberForm(member.email(), member.name(), member.role().name());
    }

    /** What the form says, once it is right. */
    record Details(String email, String name, Role role) {}

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Details> read(Fields fields) {
        Optional<String> address = fields.text("email", typed(email), 254);
        if (address.isPresent() && !EMAIL.matcher(address.get()).matches()) {
            fields.wrong("email", "An address like name@example.com.");
        }
        Optional<String> fullName = fields.text("name", typed(name), 100);
        Optional<Role> chosen = fields.constant("role", Role.class, typed(role));
        return fields.areRight()
                ? Optional.of(new Details(address.orElseThrow(), fullName.orElseThrow(), chosen.orElseThrow()))
                : Optional.empty();
    }
}
