package ews.plays.notice;

import static ews.plays.notice.Timing.AT_ONCE;
import static ews.plays.notice.Timing.DAILY;

import ews.domain.member.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What members can be told of, each with how they are if they have not chosen. */
public enum NoticeKind {
    ALERT_RAISED("An alert is raised for an account of mine", Way.EMAIL, DAILY),
    /** Many change on a day, and what matters of it raises an alert. */
    BAND_CHANGED("The health of an account of mine moves to another band", Way.NONE, DAILY),
    TASK_ASSIGNED("I get a task, or an account", Way.EMAIL, DAILY),
    TASK_DUE("A task of mine is due", Way.EMAIL, DAILY),
    TASK_OVERDUE("A task of mine is overdue", Way.EMAIL, AT_ONCE),
    TASK_ESCALATED("An overdue task of somebody else is escalated to me", Way.EMAIL, AT_ONCE),
    MENTIONED("Somebody mentions me", Way.EMAIL, AT_ONCE),
    RUN_FINISHED("A run of mine ends, and not by me", Way.PRODUCT, DAILY),
    WEEKLY_SUMMARY("How the week of the team was, on Mondays", Way.EMAIL, DAILY);

    private final String label;
    private final Choice usual;

    NoticeKind(String label, Way way, Timing timing) {
        this.label = label;
        this.usual = new Choice(way, timing);
    }

    public String label() {
        return label;
    }

    public Choice usual() {
        return usual;
    }

    /** The name in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NoticeKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Those that a member of this role may be told of. */
    public static List<NoticeKind> of(Role role) {
        return switch (role) {
            case EXECUTIVE -> List.of(MENTIONED);
            case CSM ->
                Arrays.stream(values())
                        .filter(it -> it != TASK_ESCALATED && it != WEEKLY_SUMMARY)
                        .toList();
            case MANAGER, ADMIN -> List.of(values());
        };
    }
}
