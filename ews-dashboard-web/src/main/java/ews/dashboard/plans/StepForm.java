package ews.dashboard.plans;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.domain.member.MemberId;
import ews.plays.Written;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step as typed.
 *
 * @param what is to be done
 * @param side {@code ours} or {@code theirs}
 * @param member the id of who does it on our side
 * @param contact the name of who does it on the customer's side
 * @param due the day by which it is to be done
 */
record StepForm(
        @Nullable String what,
        @Nullable String side,
        @Nullable String member,
        @Nullable String contact,
        @Nullable String due) {

    private static final int USUAL_DAYS = 7;

    /**
     * What was typed, where all of it is right: one of us does it, or one of them.
     *
     * @param member {@code null} for a step of theirs
     * @param contact {@code null} for a step of ours
     */
    record Said(
            String what,
            @Nullable MemberId member,
            @Nullable String contact,
            LocalDate due) {}

    static StepForm blank(MemberId viewer, LocalDate today) {
        return new StepForm(
                "", "ours", viewer.toString(), "", today.plusDays(USUAL_DAYS).toString());
    }

    boolean isTheirs() {
        return typed(side).equals("theirs");
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Said> read(Fields fields) {
        Optional<String> step = fields.text("what", typed(what), Written.LINE);
        Optional<LocalDate> day = PlanDay.read("due", due, fields);
        Optional<String> theirs = isTheirs() ? fields.text("contact", typed(contact), Written.LINE) : Optional.empty();
        if (!isTheirs() && !typed(member).matches("\\d{1,18}")) {
            fields.wrong("member", "Please choose somebody.");
        }
        if (!fields.areRight()) {
            return Optional.empty();
        }
        return Optional.of(new Said(
                step.orElseThrow(),
                isTheirs() ? null : new MemberId(Long.parseLong(typed(member))),
                theirs.orElse(null),
                day.orElseThrow()));
    }
}
