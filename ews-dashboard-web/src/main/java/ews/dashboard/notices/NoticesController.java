package ews.dashboard.notices;

import ews.dashboard.security.Viewer;
import ews.plays.notice.Notice;
import ews.plays.notice.Notices;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the viewer their notices; what they have looked at is not new any more. */
@Controller
class NoticesController {

    private static final int SHOWN = 100;

    private final Notices notices;

    NoticesController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/me/notices")
    String newest(Viewer viewer, Model model) {
        List<Notice> newest = notices.newest(viewer.id(), SHOWN);
        if (newest.stream().anyMatch(Notice::isNew)) {
            notices.see(viewer.id());
        }
        model.addAttribute("notices", newest);
        return "notices/notices";
    }
}
