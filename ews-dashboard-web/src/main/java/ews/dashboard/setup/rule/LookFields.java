package ews.dashboard.setup.rule;

import ews.dashboard.setup.Fields;
import ews.detection.rule.RuleKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule looks for, as typed; which of the fields count depends on its kind.
 *
 * @param days of the window, or before a date
 * @param percent by how much something changes, or how low it is
 * @param least the least value, number of users or of uses that says something
 * @param count how many, how often, how many points, or how many false alarms
 * @param tenure how long the account must have been in use
 */
record LookFields(
        @Nullable String metric,
        @Nullable String days,
        @Nullable String subject,
        @Nullable String form,
        @Nullable String comparison,
        @Nullable String limit,
        @Nullable String backAt,
        @Nullable String percent,
        @Nullable String least,
        @Nullable String count,
        @Nullable String tenure,
        @Nullable String perUser,
        @Nullable String feature,
        @Nullable String happening,
        @Nullable String then,
        @Nullable String thenFeature,
        @Nullable String followed,
        @Nullable String band,
        @Nullable String date,
        @Nullable String attribute,
        @Nullable String direction,
        @Nullable String eventType) {

    static final String AT_MOST = "most";
    static final String NOT_FOLLOWED = "no";

    static final LookFields EMPTY = new LookWriter().fields();

    static LookFields of(RuleKind kind) {
        return LookWriter.of(kind);
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<RuleKind> read(KindChoice kind, Fields fields) {
        return new LookReader(this, fields).kind(kind);
    }
}
