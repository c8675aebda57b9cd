package ews.dashboard.accounts;

import ews.domain.member.MemberId;
import org.jspecify.annotations.Nullable;

/** Whose accounts: everybody's, nobody's, or those of one CSM. */
public sealed interface Owner {

    record Everybody() implements Owner {}

    record Nobody() implements Owner {}

    record Csm(MemberId member) implements Owner {}

    /**
     * @param text {@code all}, {@code none}, {@code me} or the id of a member; anything else is the fallback
     * @param fallback what an address says that does not say whose
     */
    static Owner parse(@Nullable String text, MemberId me, Owner fallback) {
        return switch (text) {
            case "all" -> new Everybody();
            case "none" -> new Nobody();
            case "me" -> new Csm(me);
            case String id when id.matches("\\d{1,18}") -> new Csm(new MemberId(Long.parseLong(id)));
            case null, default -> fallback;
        };
    }

    default String code() {
        return switch (this) {
            case Everybody _ -> "all";
            case Nobody _ -> "none";
            case Csm csm -> csm.member().toString();
        };
    }
}
