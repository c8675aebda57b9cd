package ews.plays.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.AccountOfCarla;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SavedFiltersTest extends AccountOfCarla {

    private static final Map<String, String> POOR = Map.of("csm", "me", "health", "poor");

    @Autowired
    private SavedFilters filters;

    private Member other;

    @BeforeEach
    void another() {
        other = given.member("Otto", Role.CSM);
    }

    @Test
    void aFilterIsSeenByItsOwnerAlone() {
        SavedFilter mine = filters.save(csm.id(), "My poor ones", POOR, false, actor);

        assertThat(filters.visibleTo(csm.id())).containsExactly(mine);
        assertThat(mine.query()).isEqualTo(POOR);
        assertThat(filters.visibleTo(other.id())).isEmpty();
        assertThat(filters.withId(mine.id(), other.id())).isEmpty();
    }

    @Test
    void aSharedFilterIsSeenByEverybody() {
        SavedFilter shared = filters.save(csm.id(), "Poor ones", POOR, true, actor);

        assertThat(filters.withId(shared.id(), other.id()))
                .hasValueSatisfying(it -> assertThat(it.ownerName()).isEqualTo("Carla"));
    }

    @Test
    void savingUnderTheSameNameReplaces() {
        SavedFilter first = filters.save(csm.id(), "My poor ones", POOR, false, actor);

        SavedFilter second = filters.save(csm.id(), "my POOR ones", Map.of("health", "average"), false, actor);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(filters.visibleTo(csm.id())).containsExactly(second);
        assertThat(second.query()).isEqualTo(Map.of("health", "average"));
    }

    @Test
    void aFilterIsRenamedAndShared() {
        SavedFilter mine = filters.save(csm.id(), "My poor ones", POOR, false, actor);

        filters.change(mine, "Poor ones", true, actor);

        assertThat(filters.visibleTo(other.id())).extracting(SavedFilter::name).containsExactly("Poor ones");
    }

    @Test
    void theNameOfAnotherOwnFilterIsRefused() {
        filters.save(csm.id(), "One", POOR, false, actor);
        SavedFilter two = filters.save(csm.id(), "Two", POOR, false, actor);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> filters.change(two, "one", false, actor))
                .withMessage("There is another saved filter “one”: please choose another name.");
    }

    @Test
    void aDeletedFilterIsGone() {
        SavedFilter mine = filters.save(csm.id(), "My poor ones", POOR, false, actor);

        filters.delete(mine, actor);

        assertThat(filters.visibleTo(csm.id())).isEmpty();
        assertThat(given.auditedActions()).containsExactly("saved_filter.saved", "saved_filter.deleted");
    }
}
