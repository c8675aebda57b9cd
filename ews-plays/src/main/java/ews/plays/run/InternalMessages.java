package ews.plays.run;

import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.play.RunId;
import ews.plays.channel.Announcements;
import ews.plays.email.Merging;
import ews.plays.email.Template;
import ews.plays.play.Step.MessageStep;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What plays tell people and systems of our own organisation. */
@Component
class InternalMessages {

    private final Announcements announcements;
    private final Merging merging;
    private final Accounts accounts;
    private final Members members;

    InternalMessages(Announcements announcements, Merging merging, Accounts accounts, Members members) {
        this.announcements = announcements;
        this.merging = merging;
        this.accounts = accounts;
        this.members = members;
    }

    /** The text with what is known; a field of which nothing is known stays as it is written. */
    String text(MessageStep step, AccountId account, @Nullable RunId run) {
        Member csm = accounts.withId(account)
                .map(Account::csm)
                .flatMap(members::withId)
                .orElse(null);
        return merging.merge(new Template("text", "text", "text", step.text(), 0), account, List.of(), run, csm)
                .text();
    }

    /** Tells it once for each step of a run; returns what came of it. */
    String tell(MessageStep step, Position position) {
        String key = "%s %d".formatted(position.run(), position.next());
        String text = text(step, position.account(), position.run());
        boolean told = switch (step.via()) {
            case SLACK -> announcements.tellSlack(step.receiver(), key, position.account(), position.run(), text);
            case WEBHOOK -> announcements.tellWebhook(step.receiver(), key, position.account(), position.run(), text);
        };
        return told
                ? "The message was sent."
                : "Not sent: there is no %s “%s” that is on."
                        .formatted(step.via().label(), step.receiver());
    }
}
