package ews.plays.email;

import ews.domain.member.Member;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.metric.Metric;
import ews.domain.metric.Metrics;
import ews.plays.email.MergeContext.RunWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The catalogue of merge fields. A new one is added here, and appears everywhere. */
public final class MergeFields {

    private static final int METRIC_DAYS = 28;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private static final Map<String, MergeField> BY_KEY = new LinkedHashMap<>();

    static {
        add("contact.first_name", "First name", it -> all(it.to, Contact::firstName));
        add("contact.name", "Name", it -> all(it.to, Contact::name));
        add("contact.role", "Role, of one contact", it -> of(it.contact(), Contact::role));
        add("contact.email", "Address, of one contact", it -> of(it.contact(), Contact::email));
        add("account.name", "Name", it -> it.account.name());
        add("account.plan", "Plan", it -> it.account.plan());
        add("account.product", "Product", it -> it.account.product());
        add("account.stage", "Stage", it -> it.account.stage());
        add("account.seats", "Seats", it -> of(it.account.seats(), seats -> String.format(Locale.ROOT, "%,d", seats)));
        add(
                "account.arr",
                "Annual value",
                it -> of(it.account.annualValue(), value -> money(value, it.account.currency())));
        add("account.renewal_date", "Renewal day", it -> of(it.account.renewal(), DAY::format));
        add("account.days_to_renewal", "Days to the renewal", MergeFields::daysToRenewal);
        add("csm.name", "Name of the account's CSM", it -> of(it.csm, Member::name));
        add("csm.first_name", "First name of the CSM", it -> of(it.csm, MergeFields::firstName));
        add("csm.email", "Address of the CSM", it -> of(it.csm, Member::email));
        add("sender.name", "Name of who sends it", it -> of(it.sender, Member::name));
        add("sender.first_name", "First name of who sends it", it -> of(it.sender, MergeFields::firstName));
        add("sender.email", "Address of who sends it", it -> of(it.sender, Member::email));
        add("run.play", "The play in which it is sent", it -> of(it.run, RunWords::play));
        add("run.reason", "Why the run was started", it -> of(it.run, RunWords::reason));
        add("alert.title", "The alert that started the run", it -> of(it.run, RunWords::alert));
        Metrics.all().stream()
                .filter(metric -> metric.isAbout(Metric.Subject.NOTHING))
                .forEach(MergeFields::addMetric);
    }

    private MergeFields() {}

    private static void add(String key, String label, Function<MergeContext, @Nullable String> function) {
        BY_KEY.put(key, MergeField.of(key, label, function));
    }

    private static void addMetric(Metric metric) {
        var measurement = new Measurement(metric.key(), metric.windowed() ? METRIC_DAYS : 1, null, Form.VALUE);
        add("metric." + metric.key(), measurement.label(), context -> {
            OptionalDouble value = measurement.measure(context.facts(), context.today);
            return value.isEmpty() ? null : measurement.unit().say(value.getAsDouble());
        });
    }

    /** By what they are of: contact, account, csm, sender, run, alert, metric. */
    public static Map<String, List<MergeField>> byGroup() {
        return BY_KEY.values().stream()
                .collect(Collectors.groupingBy(MergeField::group, LinkedHashMap::new, Collectors.toList()));
    }

    static boolean exists(String key) {
        return BY_KEY.containsKey(key);
    }

    static Optional<String> value(String key, MergeContext context) {
        return Optional.ofNullable(BY_KEY.get(key))
                .flatMap(field -> field.function().apply(context));
    }

    /** What is said to somebody who named one that there is not. */
    static String thereAre() {
        return "There are %s, and metric. with the key of a metric, like metric.active_users."
                .formatted(BY_KEY.keySet().stream()
                        .filter(key -> !key.startsWith("metric."))
                        .collect(Collectors.joining(", ")));
    }

    private static <T> @Nullable String of(@Nullable T from, Function<T, @Nullable String> function) {
        return from == null ? null : function.apply(from);
    }

    /** {@code Ann}, {@code Ann and Ben}, {@code Ann, Ben and Cleo}; nothing where it is not known of all. */
    private static @Nullable String all(List<Contact> contacts, Function<Contact, @Nullable String> function) {
        List<String> known =
                contacts.stream().map(function).filter(Objects::nonNull).toList();
        if (known.isEmpty() || known.size() < contacts.size()) {
            return null;
        }
        return Sentences.and(known);
    }

    private static @Nullable String daysToRenewal(MergeContext context) {
        LocalDate renewal = context.account.renewal();
        if (renewal == null || renewal.isBefore(context.today)) {
            return null;
        }
        return Long.toString(ChronoUnit.DAYS.between(context.today, renewal));
    }

    private static String firstName(Member member) {
        return member.name().strip().split("\\s+")[0];
    }

    private static String money(BigDecimal value, @Nullable String currency) {
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        String amount = String.format(Locale.ROOT, whole ? "%,.0f" : "%,.2f", value);
        return currency == null ? amount : amount + " " + currency;
    }
}
