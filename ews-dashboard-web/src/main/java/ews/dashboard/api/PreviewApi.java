package ews.dashboard.api;

import ews.detection.preview.Impact;
import ews.detection.preview.Preview;
import ews.detection.preview.PreviewId;
import ews.detection.preview.Previewing;
import ews.domain.account.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a proposal would change; a caller asks again until its state is {@code done} or {@code failed}. */
@RestController
class PreviewApi {

    private final Previewing previewing;
    private final AccountKeys keys;

    PreviewApi(Previewing previewing, AccountKeys keys) {
        this.previewing = previewing;
        this.keys = keys;
    }

    static String addressOf(PreviewId preview) {
        return "/v1/previews/" + preview;
    }

    @GetMapping("/v1/previews/{preview}")
    PreviewView preview(@PathVariable String preview, HttpServletRequest request) {
        new Parameters(request);
        Preview found = (preview.matches("[0-9]{1,18}")
                        ? previewing.withId(new PreviewId(Long.parseLong(preview)))
                        : Optional.<Preview>empty())
                .orElseThrow(() -> Problem.notFound("There is no such preview; they are kept for 30 days."));
        return PreviewView.of(found, keysOf(found.impact()));
    }

    private Map<AccountId, String> keysOf(@Nullable Impact impact) {
        if (impact == null) {
            return Map.of();
        }
        Set<AccountId> named = Stream.concat(
                        impact.moves().stream().map(Impact.Move::account),
                        Stream.of(impact.now(), impact.proposed())
                                .flatMap(it -> it.missed().stream())
                                .map(it -> it.account()))
                .collect(Collectors.toSet());
        return keys.of(named);
    }
}
