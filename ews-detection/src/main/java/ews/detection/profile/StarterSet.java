package ews.detection.profile;

import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.score.HealthProfile;
import ews.domain.segment.Condition;
import ews.domain.segment.Segment;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Gives a new installation its five segments with a profile each, once, whichever instance starts first. */
@Component
class StarterSet implements SmartInitializingSingleton {

    private static final long LOCK = 0x45_57_53_01L;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Segments segments;
    private final Profiles profiles;

    StarterSet(JdbcClient jdbc, TransactionOperations transactions, Segments segments, Profiles profiles) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.segments = segments;
        this.profiles = profiles;
    }

    @Override
    public void afterSingletonsInstantiated() {
        insert();
    }

    void insert() {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((_, _) -> true)
                    .single();
            if (segments.all().isEmpty()) {
                insertAll();
            }
        });
    }

    /** The one that takes the rest comes first, since every new one is put before it. */
    private void insertAll() {
        var starters = new LinkedHashMap<Segment, HealthProfile>();
        starters.put(create("Established", List.of()), StarterProfiles.established());
        starters.put(create("Free trial", attribute("status", "trial")), StarterProfiles.freeTrial());
        starters.put(create("Onboarding", attribute("stage", "onboarding")), StarterProfiles.onboarding());
        starters.put(create("Enterprise", attribute("plan", "enterprise")), StarterProfiles.enterprise());
        starters.put(create("SMB", attribute("plan", "smb", "starter", "basic", "team")), StarterProfiles.smb());
        starters.forEach(
                (segment, profile) -> profiles.publish(segment.id(), profile, "Starter profile", Actor.SYSTEM));
    }

    private Segment create(String name, List<Condition> conditions) {
        return segments.create(name, conditions, Actor.SYSTEM);
    }

    private static List<Condition> attribute(String name, String... values) {
        return List.of(new Condition.Attribute(name, List.of(values)));
    }
}
