package ews.detection.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.account.Archive;
import ews.domain.audit.Actor;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ArchivedScoresTest extends ScoringTest {

    @Autowired
    Archive archive;

    @Autowired
    Facts stored;

    @Test
    void an_archived_account_has_no_score_from_that_day_on() {
        AccountId acme = healthyAccount("acme");
        backlog.settle();
        int before = count("health_score");

        archive.archive(acme, Actor.SYSTEM);
        facts.dirty(acme, TODAY);
        backlog.settle();

        assertThat(count("account_health")).isZero();
        assertThat(count("health_score")).as("those of the days before stay").isEqualTo(before - 1);
        assertThat(count("dirty_account")).as("waiting").isZero();
    }

    @Test
    void whoever_reads_everybody_does_not_see_it() {
        AccountId acme = healthyAccount("acme");
        AccountId zephyr = healthyAccount("zephyr");

        archive.archive(acme, Actor.SYSTEM);

        assertThat(stored.between(acme, zephyr, new Days(TODAY, TODAY))).containsOnlyKeys(zephyr);
        assertThat(stored.of(acme, new Days(TODAY, TODAY)).account()).isEqualTo(acme);
    }

    @Test
    void one_that_comes_back_is_scored_again() {
        AccountId acme = healthyAccount("acme");
        archive.archive(acme, Actor.SYSTEM);
        backlog.settle();

        archive.bringBack(acme, Actor.SYSTEM);
        backlog.settle();

        assertThat(storedScore(acme, TODAY)).isEqualTo(1000);
    }
}
