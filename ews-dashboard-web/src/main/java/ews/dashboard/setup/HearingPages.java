package ews.dashboard.setup;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of all that hear of things do alike: of webhooks, and of Slack channels. */
public final class HearingPages {

    private HearingPages() {}

    /**
     * What the change has made; empty if it cannot be made, which {@code fields} then tells.
     *
     * @param kind of which no two have the same name
     */
    public static <T> Optional<T> attempt(Fields fields, String kind, Supplier<T> change) {
        try {
            return Optional.of(change.get());
        } catch (DuplicateKeyException _) {
            fields.wrong("name", "Another %s has this name.".formatted(kind));
        } catch (IllegalArgumentException e) {
            fields.wrong("url", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    /** The same, for a change that makes nothing. */
    public static void attempt(Fields fields, String kind, Runnable change) {
        attempt(fields, kind, () -> {
            change.run();
            return true;
        });
    }

    public static void saySwitched(boolean on, RedirectAttributes once) {
        once.addFlashAttribute(
                "message",
                on
                        ? "It hears of what happens from now on."
                        : "It hears of nothing any more, until it is switched on again.");
    }

    /** Sends a test to what is on. */
    public static void test(boolean on, Runnable test, RedirectAttributes once) {
        if (on) {
            test.run();
            once.addFlashAttribute("message", "A test is on its way. Deliveries show what became of it.");
        } else {
            once.addFlashAttribute("problem", "It is switched off. Switch it on first.");
        }
    }
}
