package ews.dashboard.discussion;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.detection.alert.AlertLists;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.alert.AlertId;
import ews.domain.play.RunId;
import ews.plays.discussion.Comment;
import ews.plays.discussion.CommentId;
import ews.plays.discussion.Comments;
import ews.plays.discussion.Topic;
import ews.plays.run.RunLists;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes comments. Everybody who works here can say something, whoever's account it is about. */
@Controller
class DiscussionController {

    private final Comments comments;
    private final Accounts accounts;
    private final RunLists runs;
    private final AlertLists alerts;

    DiscussionController(Comments comments, Accounts accounts, RunLists runs, AlertLists alerts) {
        this.comments = comments;
        this.accounts = accounts;
        this.runs = runs;
        this.alerts = alerts;
    }

    @PostMapping("/accounts/{id:\\d+}/comments")
    String onAccount(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            Viewer viewer,
            RedirectAttributes once) {
        return write(accounts.withId(new AccountId(id)).map(it -> Topic.of(it.id())), text, viewer, once);
    }

    @PostMapping("/runs/{id:\\d+}/comments")
    String onRun(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            Viewer viewer,
            RedirectAttributes once) {
        return write(runs.withId(new RunId(id)).map(it -> Topic.of(it.account(), it.id())), text, viewer, once);
    }

    @PostMapping("/alerts/{id:\\d+}/comments")
    String onAlert(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            Viewer viewer,
            RedirectAttributes once) {
        return write(alerts.withId(new AlertId(id)).map(it -> Topic.of(it.account(), it.id())), text, viewer, once);
    }

    @PostMapping("/comments/{id:\\d+}/edit")
    String edit(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            Viewer viewer,
            RedirectAttributes once) {
        Comment comment = existing(id);
        return new Answer(place(comment), once).opening(() -> {
            comments.edit(comment.id(), text, viewer.member());
            return place(comment);
        });
    }

    @PostMapping("/comments/{id:\\d+}/delete")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        Comment comment = existing(id);
        return new Answer(Pages.of(comment.topic()), once).after(() -> {
            comments.delete(comment.id(), viewer.member());
            return "The comment is deleted.";
        });
    }

    private String write(Optional<Topic> found, String text, Viewer viewer, RedirectAttributes once) {
        Topic topic = found.orElseThrow(DiscussionController::notFound);
        return new Answer(Pages.of(topic), once).opening(() -> place(comments.write(topic, text, viewer.member())));
    }

    private Comment existing(long id) {
        return comments.withId(new CommentId(id)).orElseThrow(DiscussionController::notFound);
    }

    private static String place(Comment comment) {
        return Pages.of(comment.topic()) + "#comment-" + comment.id();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
