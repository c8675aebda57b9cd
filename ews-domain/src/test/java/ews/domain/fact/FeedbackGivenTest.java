package ews.domain.fact;

import static ews.domain.fact.AnAccount.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.event.FeedbackKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackGivenTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    private static List<String> answers(AccountFacts facts, LocalDate asOf) {
        return facts.feedback(asOf).stream()
                .map(it -> "%s %s %s %s".formatted(it.day(), it.kind().code(), it.score(), it.comment()))
                .toList();
    }

    @Test
    void a_comment_that_follows_belongs_to_the_answer() {
        AccountFacts facts = anAccount(DAY)
                .answers(DAY, FeedbackKind.NPS, 4, null, "r1")
                .answers(DAY.plusDays(2), FeedbackKind.NPS, 4, "Slow", "r1")
                .answers(DAY.plusDays(3), FeedbackKind.NPS, 4, null, "r1")
                .facts();

        assertThat(answers(facts, DAY.plusDays(3))).containsExactly("2026-10-01 nps 4.0 Slow");
        assertThat(answers(facts, DAY.plusDays(1))).containsExactly("2026-10-01 nps 4.0 null");
        assertThat(answers(facts, DAY.minusDays(1))).isEmpty();
    }

    @Test
    void another_score_counts_from_when_it_was_given() {
        AccountFacts facts = anAccount(DAY)
                .answers(DAY, FeedbackKind.NPS, 4, "Slow", "r1")
                .answers(DAY.plusDays(1), FeedbackKind.NPS, 8, null, "r2")
                .answers(DAY.plusDays(2), FeedbackKind.NPS, 9, null, "r1")
                .facts();

        assertThat(answers(facts, DAY.plusDays(2)))
                .containsExactly("2026-10-02 nps 8.0 null", "2026-10-03 nps 9.0 Slow");
        assertThat(facts.feedback(FeedbackKind.NPS, new Days(DAY, DAY.plusDays(1))))
                .extracting(FeedbackGiven::score)
                .containsExactly(4.0, 8.0);
    }

    @Test
    void a_response_has_an_answer_of_each_kind_and_what_has_none_stands_alone() {
        AccountFacts facts = anAccount(DAY)
                .answers(DAY, FeedbackKind.NPS, 4, null, "r1")
                .answers(DAY, FeedbackKind.CSAT, 2, null, "r1")
                .says(DAY, FeedbackKind.NPS, 4)
                .says(DAY, FeedbackKind.NPS, 4)
                .facts();

        assertThat(facts.feedback(DAY)).hasSize(4);
    }
}
