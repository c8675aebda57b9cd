package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ews.dashboard.TriedPlay;
import ews.domain.time.OrganisationDays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class EffectivenessApiTest extends ApiTest {

    @Autowired
    private OrganisationDays days;

    @Test
    void howWellAPlayWorksIsToldWithItsMargin() {
        new TriedPlay("win-back", 17, 11, 9, 3, 2).exists(jdbc, days.today());

        JsonNode effect = get("/v1/plays/win-back/effectiveness").body();

        assertThat(effect.path("runs").asInt()).isEqualTo(19);
        assertThat(effect.path("outcomes").path("saved").asInt()).isEqualTo(11);
        assertThat(effect.path("recovery").path("medianDays").asInt()).isEqualTo(12);
        assertThat(effect.path("recovery").path("tooYoung").asInt()).isEqualTo(2);
        assertThat(effect.path("recovery").path("recovered").path("share").asDouble())
                .isCloseTo(0.647, within(0.001));
        assertThat(effect.path("comparison").path("kind").asString()).isEqualTo("held_out");
        assertThat(effect.path("comparison").path("without").path("whole").asInt())
                .isEqualTo(9);
        assertThat(effect.path("comparison").path("difference").path("low").asDouble())
                .isCloseTo(-0.0767, within(0.0002));
        assertThat(effect.path("sentence").asString()).startsWith("Of 17 accounts with this play, 11 recovered");
    }

    @Test
    void nothingIsToldOfWhatWasNotTriedOrIsNotThere() {
        JsonNode effect = get("/v1/plays/win-back/effectiveness").body();

        assertThat(effect.path("runs").asInt()).isZero();
        assertThat(effect.path("recovery").isNull()).isTrue();
        assertThat(effect.path("comparison").isNull()).isTrue();
        assertThat(get("/v1/plays/nothing/effectiveness").status()).isEqualTo(404);
        assertThat(get("/v1/plays/win-back/effectiveness?asOf=2026-01-01").status())
                .isEqualTo(400);
    }
}
