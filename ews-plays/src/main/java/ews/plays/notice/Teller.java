package ews.plays.notice;

import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.domain.time.OrganisationDays;
import ews.plays.channel.Email;
import ews.plays.channel.MemberSlack;
import ews.plays.channel.SlackChannel;
import ews.plays.outbox.Channel;
import ews.plays.outbox.NewMessage;
import ews.plays.outbox.Outbox;
import ews.plays.outbox.Transports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts what members are told of into the outbox, as they chose and when it suits them. What is due at the same moment is
 * one message. Each member is dealt with in a transaction of their own: a notice is told if, and only if, its message is
 * in the outbox.
 */
@Component
public class Teller {

    private static final Logger log = LoggerFactory.getLogger(Teller.class);

    private final Notices notices;
    private final NoticePreferences preferences;
    private final NoticeText text;
    private final Members members;
    private final MemberSlack slack;
    private final Outbox outbox;
    private final Transports transports;
    private final OrganisationDays days;
    private final TransactionOperations transaction;

    Teller(
            Notices notices,
            NoticePreferences preferences,
            NoticeText text,
            Members members,
            MemberSlack slack,
            Outbox outbox,
            Transports transports,
            OrganisationDays days,
            TransactionOperations transaction) {
        this.notices = notices;
        this.preferences = preferences;
        this.text = text;
        this.members = members;
        this.slack = slack;
        this.outbox = outbox;
        this.transports = transports;
        this.days = days;
        this.transaction = transaction;
    }

    /** Tells everybody what is due. What fails for one member keeps no other from being told. */
    public void tell() {
        for (MemberId member : notices.due()) {
            try {
                transaction.executeWithoutResult(_ -> tell(member));
            } catch (RuntimeException e) {
                log.warn("Member {} could not be told and will be later; nothing is lost", member, e);
            }
        }
    }

    private void tell(MemberId id) {
        List<Notice> untold = notices.untold(id);
        Optional<Member> member = members.withId(id).filter(it -> it.active() && !it.sample());
        if (member.isEmpty()) {
            notices.told(untold);
            return;
        }
        Instant now = days.now();
        Preferences chosen = preferences.of(id);
        var due = new TreeMap<Timing, List<Notice>>();
        var waiting = new TreeMap<Instant, List<Notice>>();
        for (Notice notice : untold) {
            Choice choice = chosen.choice(notice.kind());
            Instant moment = choice.way().isSent() ? moment(notice, choice.timing(), chosen.times(), now) : now;
            if (moment.isAfter(now)) {
                waiting.computeIfAbsent(moment, _ -> new ArrayList<>()).add(notice);
            } else {
                due.computeIfAbsent(choice.timing(), _ -> new ArrayList<>()).add(notice);
            }
        }
        due.forEach((timing, all) -> {
            send(member.get(), chosen, timing, all);
            notices.told(all);
        });
        waiting.forEach((moment, all) -> notices.postpone(all, moment));
    }

    /** When a notice may be told: now, or later. */
    private static Instant moment(Notice notice, Timing timing, QuietTimes times, Instant now) {
        return switch (timing) {
            case AT_ONCE -> times.awake(now);
            case DAILY ->
                times.lastDigest(now).isAfter(notice.made()) ? times.awake(now) : times.awake(times.nextDigest(now));
        };
    }

    private void send(Member member, Preferences chosen, Timing timing, List<Notice> all) {
        Optional<SlackChannel> channel = slack.of(member.id()).filter(SlackChannel::enabled);
        var byWay = new TreeMap<Way, List<Notice>>();
        for (Notice notice : all) {
            Way way = chosen.choice(notice.kind()).way();
            if (way.isSent()) {
                Way open = way == Way.SLACK && channel.isEmpty() ? Way.EMAIL : way;
                byWay.computeIfAbsent(open, _ -> new ArrayList<>()).add(notice);
            }
        }
        for (Map.Entry<Way, List<Notice>> message : byWay.entrySet()) {
            if (message.getKey() == Way.SLACK) {
                put(slackMessage(channel.orElseThrow(), timing, message.getValue()), message.getValue());
            } else if (emailsCanBeSent()) {
                put(emailMessage(member, timing, message.getValue()), message.getValue());
            }
        }
    }

    /** Without a mail server notices stay in EWS: nobody wants all of them on the day when there is one. */
    private boolean emailsCanBeSent() {
        return !transports.obstacles().containsKey(Channel.EMAIL);
    }

    private NewMessage slackMessage(SlackChannel channel, Timing timing, List<Notice> all) {
        return channel.formatted(key("slack", all), text.subject(all, timing), text.slack(all));
    }

    private NewMessage emailMessage(Member member, Timing timing, List<Notice> all) {
        return new Email(member.email(), text.subject(all, timing), text.email(all)).message(key("email", all));
    }

    /** A notice is in one message of its channel, of which it is the last one or not. */
    private static String key(String channel, List<Notice> all) {
        return "notice %d %s".formatted(all.getLast().id(), channel);
    }

    private void put(NewMessage message, List<Notice> all) {
        Notice first = all.getFirst();
        outbox.put(all.size() == 1 && first.account() != null ? message.about(first.account()) : message);
    }
}
