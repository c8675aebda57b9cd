package ews.plays.notice;

import ews.plays.channel.OwnAddress;
import ews.plays.channel.SlackText;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says several notices in one message, by kind. */
@Component
class NoticeText {

    private static final String CHOICES = "/me/notices/choices";

    /** More than these stay in EWS, where the message says that there are more. */
    static final int MOST = 50;

    private final OwnAddress own;

    NoticeText(OwnAddress own) {
        this.own = own;
    }

    /** On one line; one notice says itself. */
    String subject(List<Notice> notices, Timing timing) {
        if (notices.size() == 1) {
            return notices.getFirst().line();
        }
        return timing == Timing.DAILY
                ? "Your digest: %d notices".formatted(notices.size())
                : "%d notices".formatted(notices.size());
    }

    String email(List<Notice> notices) {
        String choices = own.of(CHOICES)
                .map(address -> "What you hear of, and when, is your choice: " + address)
                .orElse("What you hear of, and when, is your choice: open your notices in EWS.");
        return text(notices, kind -> kind.label() + "\n", this::emailLine) + "\n--\n" + choices + "\n";
    }

    private String emailLine(Notice notice) {
        return "- " + notice.line()
                + own.of(notice.path()).map(address -> "\n  " + address).orElse("");
    }

    String slack(List<Notice> notices) {
        return text(notices, kind -> "*" + SlackText.plain(kind.label()) + "*\n", this::slackLine);
    }

    private String slackLine(Notice notice) {
        return "• "
                + own.of(notice.path())
                        .map(address -> SlackText.link(address, notice.line()))
                        .orElse(SlackText.plain(notice.line()));
    }

    private static String text(
            List<Notice> notices, Function<NoticeKind, String> heading, Function<Notice, String> line) {
        List<Notice> said = notices.subList(0, Math.min(MOST, notices.size()));
        String text = said.stream()
                .map(Notice::kind)
                .distinct()
                .sorted()
                .map(kind -> heading.apply(kind) + lines(of(kind, said), line))
                .collect(Collectors.joining("\n"));
        int more = notices.size() - said.size();
        return more == 0 ? text : "%s\nAnd %d more, in EWS.\n".formatted(text, more);
    }

    private static List<Notice> of(NoticeKind kind, List<Notice> notices) {
        return notices.stream().filter(it -> it.kind() == kind).toList();
    }

    private static String lines(Collection<Notice> notices, Function<Notice, String> line) {
        return notices.stream().map(it -> line.apply(it) + "\n").collect(Collectors.joining());
    }
}
