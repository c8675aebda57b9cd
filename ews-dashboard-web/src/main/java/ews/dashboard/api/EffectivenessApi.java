package ews.dashboard.api;

import ews.plays.effect.Effects;
import jakarta.servlet.http.HttpServletRequest;
import java.util.NoSuchElementException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How well a play works. */
@RestController
class EffectivenessApi {

    private final Effects effects;

    EffectivenessApi(Effects effects) {
        this.effects = effects;
    }

    @GetMapping("/v1/plays/{play}/effectiveness")
    EffectivenessView effectiveness(@PathVariable String play, HttpServletRequest request) {
        new Parameters(request);
        try {
            return EffectivenessView.of(effects.of(play));
        } catch (NoSuchElementException _) {
            throw Problem.notFound("There is no play with the key \"%s\".".formatted(play));
        }
    }
}
