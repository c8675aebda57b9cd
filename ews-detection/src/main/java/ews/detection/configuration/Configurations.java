package ews.detection.configuration;

import ews.detection.configuration.Configuration.Segment;
import ews.detection.inbox.InboxPolicies;
import ews.detection.preview.Proposal;
import ews.detection.profile.ProfileVersion;
import ews.detection.profile.Profiles;
import ews.detection.rule.Rule;
import ews.detection.rule.Rules;
import ews.detection.segment.Arrangement;
import ews.detection.segment.Segments;
import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.domain.configuration.Change;
import ews.domain.holiday.OrganisationHolidays;
import ews.domain.score.HealthProfile;
import ews.domain.time.OrganisationDays;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The configuration as it counts today: read as a whole, compared with another one, and replaced by it. */
@Repository
public class Configurations {

    private static final int REVISION = 16;

    /** The field of the part that rules name. */
    private static final String PLAYS = "plays";

    private final Segments segments;
    private final Profiles profiles;
    private final Arrangement arrangement;
    private final Rules rules;
    private final RuleAdoption ruleAdoption;
    private final InboxPolicies inboxPolicies;
    private final OrganisationHolidays holidays;
    private final Parts parts;
    private final OrganisationDays days;

    Configurations(
            Segments segments,
            Profiles profiles,
            Arrangement arrangement,
            Rules rules,
            RuleAdoption ruleAdoption,
            InboxPolicies inboxPolicies,
            OrganisationHolidays holidays,
            Parts parts,
            OrganisationDays days) {
        this.segments = segments;
        this.profiles = profiles;
        this.arrangement = arrangement;
        this.rules = rules;
        this.ruleAdoption = ruleAdoption;
        this.inboxPolicies = inboxPolicies;
        this.holidays = holidays;
        this.parts = parts;
        this.days = days;
    }

    /**
     * The configuration of a moment.
     *
     * @param revision another one whenever anything about it changes, versions that are to count later included
     * @param ids of the segments, by key
     * @param newest the newest version of each segment's profile, by key; it may count only later
     * @param ruleVersions the versions of the rules, by key
     */
    public record Snapshot(
            Configuration configuration,
            String revision,
            Map<String, Integer> ids,
            Map<String, ProfileVersion> newest,
            Map<String, Integer> ruleVersions) {}

    public Snapshot now() {
        LocalDate today = days.today();
        Map<Integer, List<ProfileVersion>> versions =
                profiles.all().reversed().stream().collect(Collectors.groupingBy(ProfileVersion::segmentId));
        var configured = new ArrayList<Segment>();
        var ids = new HashMap<String, Integer>();
        var newest = new HashMap<String, ProfileVersion>();
        for (var segment : segments.all()) {
            List<ProfileVersion> newestFirst = versions.getOrDefault(segment.id(), List.of());
            configured.add(new Segment(
                    segment.key(),
                    segment.name(),
                    segment.conditions(),
                    Profiles.effectiveOn(today, newestFirst).profile()));
            ids.put(segment.key(), segment.id());
            newest.put(segment.key(), newestFirst.getFirst());
        }
        List<Rule> live = rules.all();
        var configuration = new Configuration(
                configured,
                live.stream()
                        .map(it -> new Configuration.Rule(it.key(), it.enabled(), it.definition()))
                        .sorted(Comparator.comparing(Configuration.Rule::key))
                        .toList(),
                inboxPolicies.current(),
                holidays.policy(),
                parts.now());
        return new Snapshot(
                configuration,
                revision(configuration, newest),
                ids,
                newest,
                live.stream().collect(Collectors.toMap(Rule::key, Rule::version)));
    }

    private static String revision(Configuration configuration, Map<String, ProfileVersion> newest) {
        var text = new StringBuilder(ConfigurationText.tree(configuration).toString());
        configuration
                .segments()
                .forEach(it -> text.append('\n')
                        .append(Optional.ofNullable(newest.get(it.key()))
                                .map(ProfileVersion::id)
                                .orElse(0)));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, REVISION);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /**
     * Reads a document that somebody sent.
     *
     * @throws InvalidDocument with everything that is wrong
     */
    public Configuration read(byte[] text) {
        JsonNode document = ConfigurationText.read(text);
        var problems = new ArrayList<String>();
        Optional<Configuration> read =
                ConfigurationDocument.read(document, parts.keys(PLAYS, document), parts.fields(), problems);
        problems.addAll(parts.problems(document));
        if (!problems.isEmpty()) {
            throw new InvalidDocument(problems);
        }
        return read.orElseThrow();
    }

    /** Reads what was read before, whatever is there now. */
    Configuration reread(String text) {
        return ConfigurationText.configuration(text.getBytes(StandardCharsets.UTF_8), null, parts.fields());
    }

    /** Says what applying a configuration would change, and changes nothing. */
    public Plan plan(Configuration wanted) {
        return plan(now(), wanted);
    }

    private Plan plan(Snapshot now, Configuration wanted) {
        checkNames(now.configuration(), wanted);
        ObjectNode document = ConfigurationText.tree(wanted);
        List<String> problems = parts.problems(document);
        if (!problems.isEmpty()) {
            throw new InvalidDocument(problems);
        }
        return new Plan(
                now.revision(),
                Stream.concat(
                                Comparison.between(now.configuration(), wanted).stream()
                                        .map(it -> withReplacedVersion(it, now, wanted)),
                                parts.changes(document).stream())
                        .toList());
    }

    /** A rule that the wanted configuration does not name stays, and so does its name. */
    private static void checkNames(Configuration now, Configuration wanted) {
        List<String> taken = RuleComparison.unnamed(now, wanted).stream()
                .filter(it -> wanted.namedRules().stream()
                        .anyMatch(other -> other.name().equalsIgnoreCase(it.name())))
                .map(it -> "rules: the name %s belongs to the rule with the key %s; use that key, or another name"
                        .formatted(it.name(), it.key()))
                .toList();
        if (!taken.isEmpty()) {
            throw new InvalidDocument(taken);
        }
    }

    /** Whoever publishes for today takes the place of what was to count later. */
    private Change withReplacedVersion(Change change, Snapshot now, Configuration wanted) {
        if (change.subject() != Change.Subject.SEGMENT) {
            return change;
        }
        ProfileVersion newest = now.newest().get(change.key());
        boolean published =
                wanted.segment(change.key()).filter(it -> isNewProfile(it, now)).isPresent();
        if (!published || newest == null || !newest.effectiveFrom().isAfter(days.today())) {
            return change;
        }
        var details = new ArrayList<>(change.details());
        details.add("Takes the place of version %d, which was to count from %s on"
                .formatted(newest.version(), newest.effectiveFrom()));
        return new Change(change.kind(), change.subject(), change.key(), change.name(), details);
    }

    private static boolean isNewProfile(Segment wanted, Snapshot now) {
        return now.configuration()
                .segment(wanted.key())
                .filter(it -> it.profile().equals(wanted.profile()))
                .isEmpty();
    }

    /** What a preview tries; segments that do not exist yet get ids below zero. */
    public Proposal proposal(Configuration wanted) {
        Map<String, Integer> ids = now().ids();
        var proposed = new ArrayList<ews.domain.segment.Segment>();
        var byId = new HashMap<Integer, HealthProfile>();
        for (Segment it : wanted.segments()) {
            int id = ids.getOrDefault(it.key(), -1 - proposed.size());
            proposed.add(new ews.domain.segment.Segment(id, it.key(), it.name(), it.conditions()));
            byId.put(id, it.profile());
        }
        return new Proposal(proposed, byId);
    }

    /** The same, with alerts for the accounts that the conditions of newly switched on rules hold for. */
    @Transactional
    public Plan apply(Configuration wanted, @Nullable String revision, String reason, Actor actor) {
        return apply(wanted, revision, reason, false, actor);
    }

    /**
     * Makes a configuration the one that counts from today on. What is the same already stays untouched: to apply
     * something twice changes nothing the second time.
     *
     * @param revision that the configuration must still have; {@code null} if it does not matter
     * @param reason kept with each new version of a profile, a rule, or something of another part
     * @param newEntrantsOnly whether rules that are switched on raise nothing for accounts that they hold for already
     * @return what was changed
     * @throws TransitionRefused if it has another revision
     * @throws IllegalArgumentException if something would change and there is no reason
     */
    @Transactional
    public Plan apply(
            Configuration wanted, @Nullable String revision, String reason, boolean newEntrantsOnly, Actor actor) {
        arrangement.lock();
        Snapshot now = now();
        if (revision != null && !revision.equals(now.revision())) {
            throw new TransitionRefused("The configuration is at revision %s, no longer at %s: somebody changed it. "
                            .formatted(now.revision(), revision)
                    + "Make the plan again.");
        }
        Plan plan = plan(now, wanted);
        if (plan.changesNothing()) {
            return plan;
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Say in a few words why the configuration changes.");
        }
        Map<String, Integer> ids = arrangement.arrange(
                wanted.segments().stream()
                        .map(it -> new Arrangement.Wanted(it.key(), it.name(), it.conditions()))
                        .toList(),
                actor);
        wanted.segments().stream()
                .filter(it -> isNewProfile(it, now))
                .forEach(it -> profiles.publish(ids.getOrDefault(it.key(), 0), it.profile(), reason, actor));
        // What plays name, such as segments, is there now; rules name plays.
        parts.apply(ConfigurationText.tree(wanted), reason, actor);
        ruleAdoption.adopt(wanted, now.ruleVersions(), newEntrantsOnly, reason, actor);
        if (wanted.inbox() != null) {
            inboxPolicies.change(wanted.inbox(), actor);
        }
        if (wanted.holidays() != null) {
            holidays.change(wanted.holidays(), actor);
        }
        return plan;
    }
}
