package ews.dashboard.setup.member;

import ews.dashboard.setup.member.MemberForm.Details;
import ews.dashboard.setup.member.Outcome.Done;
import ews.dashboard.setup.member.Outcome.EmailTaken;
import ews.dashboard.setup.member.Outcome.LastAdmin;
import ews.dashboard.setup.member.Outcome.NeedsSuccessor;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.plays.run.Owners;
import ews.plays.run.StandIns;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes members, so that somebody can always administer, and nobody's accounts and tasks are left behind. */
@Component
class MemberChanges {

    private final Members members;
    private final Owners owners;
    private final StandIns standIns;
    private final AuditLog audit;
    private final MemberList list;
    private final JdbcClient jdbc;

    MemberChanges(Members members, Owners owners, StandIns standIns, AuditLog audit, MemberList list, JdbcClient jdbc) {
        this.list = list;
        this.members = members;
        this.owners = owners;
        this.standIns = standIns;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Transactional
    Outcome add(Details details, Actor actor) {
        if (members.withEmail(details.email()).isPresent()) {
            return new EmailTaken(details.email());
        }
        Member member = members.ensure(details.email(), details.name(), details.role(), false);
        audit.record(
                actor,
                "member.added",
                member.name(),
                Map.of("email", member.email(), "role", member.role().code()));
        return new Done(member);
    }

    @Transactional
    Outcome change(Member member, Details details, Actor actor) {
        Optional<Member> other = members.withEmail(details.email());
        if (other.isPresent() && !other.get().id().equals(member.id())) {
            return new EmailTaken(details.email());
        }
        if (details.role() != Role.ADMIN && isLastAdmin(member)) {
            return new LastAdmin();
        }
        return write(
                member,
                new Member(
                        member.id(), details.email(), details.name(), details.role(), member.active(), member.sample()),
                "member.changed",
                actor);
    }

    /**
     * @param successor who takes over accounts and open tasks; only needed where there are accounts, since tasks go to
     *     those of the accounts that they are about
     */
    @Transactional
    Outcome deactivate(Member member, @Nullable MemberId successor, Actor actor) {
        if (isLastAdmin(member)) {
            return new LastAdmin();
        }
        Workload workload = list.withId(member.id().value()).orElseThrow().workload();
        if (successor == null && workload.accounts() > 0) {
            return new NeedsSuccessor(workload);
        }
        if (successor != null && !workload.isEmpty()) {
            owners.handOver(member, successor, actor);
        }
        return write(member, active(member, false), "member.deactivated", actor);
    }

    @Transactional
    Outcome activate(Member member, Actor actor) {
        return write(member, active(member, true), "member.activated", actor);
    }

    private Outcome write(Member was, Member is, String action, Actor actor) {
        members.change(is.id(), is.email(), is.name(), is.role(), is.active());
        audit.record(actor, action, is.name(), differences(was, is));
        if (!is.active() || is.role() == Role.EXECUTIVE) {
            standIns.takeOver();
        }
        return new Done(is);
    }

    private static Map<String, @Nullable Object> differences(Member was, Member is) {
        var differences = new LinkedHashMap<String, @Nullable Object>();
        differences.put("email", was.email().equals(is.email()) ? null : was.email() + " → " + is.email());
        differences.put("name", was.name().equals(is.name()) ? null : was.name() + " → " + is.name());
        differences.put(
                "role",
                was.role() == is.role()
                        ? null
                        : was.role().code() + " → " + is.role().code());
        differences.values().removeIf(Objects::isNull);
        return differences;
    }

    private static Member active(Member member, boolean active) {
        return new Member(member.id(), member.email(), member.name(), member.role(), active, member.sample());
    }

    /**
     * Whether nobody else can sign in as an admin. Locks the admins until the end of the transaction, so that two who
     * remove each other at the same time do not both succeed.
     */
    private boolean isLastAdmin(Member member) {
        var admins = jdbc.sql("""
                        select id from member where role = 'admin' and active and password_hash is not null
                        order by id for update
                        """).query(Long.class).list();
        return admins.size() == 1 && admins.getFirst() == member.id().value();
    }
}
