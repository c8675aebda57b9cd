package ews.dashboard.setup.segment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import ews.browser.BrowserTest;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.member.Role;
import ews.domain.segment.Segment;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The order of the segments, changed by the keyboard alone. */
class OrderBrowserTest extends BrowserTest {

    @Autowired
    private Segments segments;

    private List<Segment> before = List.of();

    @BeforeEach
    void remember() {
        before = segments.all();
    }

    @AfterEach
    void putBack() {
        segments.reorder(before.stream().map(Segment::id).toList(), Actor.SYSTEM);
    }

    @Test
    void aSegmentIsMovedTwoPlacesPreviewedAndSaved() {
        Page page = signedIn(Role.ADMIN);
        page.navigate("/setup/segments");
        Locator down =
                page.getByLabel("Move %s down".formatted(before.getFirst().name()));

        down.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("main form.notice")).containsText("This order does not count yet.");
        assertThat(down).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("tbody tr").nth(2))
                .containsText(before.getFirst().name());
        assertReadable(page, "segments-order");
        assertThat(segments.all()).isEqualTo(before);

        page.getByText("Preview what it would change").click();
        assertThat(page.locator("main"))
                .containsText("The order is " + before.get(1).name());
        page.getByText("Save and make it count").click();

        assertThat(page.locator(".flash.notice.good")).containsText("Saved.");
        assertThat(segments.all())
                .extracting(Segment::id)
                .startsWith(
                        before.get(1).id(),
                        before.get(2).id(),
                        before.getFirst().id());
    }
}
