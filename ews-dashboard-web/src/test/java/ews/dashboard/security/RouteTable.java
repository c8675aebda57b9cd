package ews.dashboard.security;

import ews.domain.member.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** Who may use which route, written down by hand: what {@link Routes} is checked against. An id is a 1. */
final class RouteTable {

    record Route(HttpMethod method, String path) {}

    /** Roles, and the routes that they may use and the others may not; {@code anyone} need not be signed in. */
    private static final String WHO_MAY = """
            anyone
              GET  /sign-in
              GET  /welcome
              POST /welcome
              GET  /join
              POST /join
              POST /theme
              GET  /calendar/1.ics
              GET  /error
              POST /error
              GET  /actuator/health
              GET  /actuator/health/**
              GET  /actuator/prometheus
              GET  /shared/plan/1
              GET  /v1/accounts
              GET  /v1/accounts/1/health
              GET  /v1/health
              POST /v1/accounts/1/band
              DELETE /v1/accounts/1/band
              POST /v1/band
              DELETE /v1/band
              GET  /v1/segments
              GET  /v1/segments/1
              PUT  /v1/segments/1
              DELETE /v1/segments/1
              GET  /v1/segments/1/profile
              PUT  /v1/segments/1/profile
              GET  /v1/segments/1/profile/versions
              DELETE /v1/segments/1/profile/versions/1
              GET  /v1/segments/1/profile/draft
              PUT  /v1/segments/1/profile/draft
              DELETE /v1/segments/1/profile/draft
              POST /v1/segments/1/profile/draft/preview
              POST /v1/segments/1/profile/suggestions
              GET  /v1/suggestions/1
              POST /v1/suggestions/1/draft
              GET  /v1/previews/1
              GET  /v1/rules
              GET  /v1/rules/1
              PUT  /v1/rules/1
              GET  /v1/rules/1/versions
              POST /v1/rules/1/on
              POST /v1/rules/1/off
              GET  /v1/rules/1/matching
              POST /v1/rules/1/dry-runs
              POST /v1/dry-runs
              GET  /v1/dry-runs/1
              GET  /v1/templates
              GET  /v1/templates/1
              PUT  /v1/templates/1
              GET  /v1/templates/1/versions
              GET  /v1/configuration
              PUT  /v1/configuration
              POST /v1/configuration/plan
              GET  /v1/openapi.json
              GET  /v1/openapi.yaml
              GET  /v1/alerts
              GET  /v1/alerts/1
              POST /v1/alerts/1/acknowledge
              POST /v1/alerts/1/snooze
              POST /v1/alerts/1/wake
              POST /v1/alerts/1/close
              POST /v1/alerts/1/undo
              GET  /v1/plays
              GET  /v1/plays/1
              PUT  /v1/plays/1
              GET  /v1/plays/1/versions
              POST /v1/plays/1/runs
              POST /v1/plays/1/on
              POST /v1/plays/1/off
              GET  /v1/plays/1/effectiveness
              GET  /v1/runs
              GET  /v1/runs/1
              POST /v1/runs/1/finish
              POST /v1/runs/1/cancel
              GET  /v1/tasks
              GET  /v1/check-ins
              POST /v1/check-ins
              GET  /v1/check-ins/due
              GET  /v1/get-well-plans
              GET  /v1/get-well-plans/1
              GET  /v1/watch-lists
              GET  /v1/watch-lists/1/entries
              POST /v1/watch-lists/1/entries
              DELETE /v1/watch-lists/1/entries
              GET  /v1/reviews
              GET  /v1/reviews/1
              POST /v1/tasks
              GET  /v1/tasks/1
              GET  /v1/tasks/1/later
              POST /v1/tasks/1/done
              POST /v1/tasks/1/skip
              POST /v1/tasks/1/reassign
              POST /v1/tasks/1/reschedule
              GET  /v1/touchpoints
              POST /v1/touchpoints
              GET  /v1/events
              POST /v1/events
            csm manager executive admin
              GET  /
              GET  /me
              POST /me/password
              GET  /me/calendar
              POST /me/calendar
              POST /me/calendar/end
              GET  /me/notices
              GET  /me/notices/choices
              POST /me/notices/choices
              POST /me/notices/slack
              POST /me/notices/slack/test
              POST /me/notices/slack/removal
              GET  /find
              GET  /today
              GET  /accounts
              GET  /accounts/1
              GET  /accounts/1/cadence
              GET  /accounts/1/check-in
              GET  /accounts/1/events
              GET  /accounts/1/indicators/1
              GET  /accounts/1/peek
              GET  /accounts/1/plans/1
              GET  /alerts
              GET  /alerts/1
              GET  /alerts/noise
              GET  /plays
              GET  /plays/1
              GET  /plays/1/prospects
              GET  /plays/1/dry-run
              GET  /templates
              GET  /templates/1
              GET  /emails/1
              GET  /meetings/1
              GET  /runs/1
              GET  /tasks
              GET  /tasks/1
              GET  /tasks/1/later
              GET  /tasks/check-ins
              GET  /health
              GET  /watch-lists
              GET  /watch-lists/1
              GET  /reviews
              GET  /reviews/1
              GET  /reviews/1/accounts/1
            csm manager admin
              POST /watch-lists
              POST /watch-lists/filters
              POST /watch-lists/filters/1
              POST /watch-lists/filters/1/deletion
              POST /watch-lists/1/name
              POST /watch-lists/1/deletion
              POST /watch-lists/1/entries
              POST /watch-lists/1/entries/1/until
              POST /watch-lists/1/entries/1/removal
              POST /reviews
              POST /reviews/1/end
              POST /reviews/1/accounts/1/mark
              POST /reviews/1/accounts/1/play
              POST /reviews/1/accounts/1/touchpoints
              POST /accounts/play
              POST /accounts/watch
              POST /accounts/1/band
              POST /accounts/1/band/end
              POST /accounts/1/cadence
              POST /accounts/1/cadence/end
              POST /accounts/1/check-in
              POST /accounts/1/comments
              GET  /accounts/1/email
              POST /accounts/1/email
              POST /accounts/1/email/preview
              POST /accounts/1/email/writing
              POST /emails/1/again
              GET  /accounts/1/meeting
              POST /accounts/1/meeting
              POST /meetings/1/cancel
              POST /meetings/1/move
              POST /accounts/1/plans
              POST /accounts/1/plans/1/achieve
              POST /accounts/1/plans/1/agree
              POST /accounts/1/plans/1/give-up
              POST /accounts/1/plans/1/links
              POST /accounts/1/plans/1/links/1/revocation
              POST /accounts/1/plans/1/objectives
              POST /accounts/1/plans/1/objectives/1/removal
              POST /accounts/1/plans/1/root-cause
              POST /accounts/1/plans/1/steps
              POST /accounts/1/plans/1/steps/1/done
              POST /accounts/1/plans/1/steps/1/removal
              POST /accounts/1/plans/1/steps/1/reopening
              POST /accounts/1/plays
              POST /accounts/1/tasks
              POST /accounts/1/touchpoints
              POST /accounts/1/watch-lists
              POST /accounts/1/watch-lists/remove
              POST /alerts/acknowledge
              POST /alerts/close
              POST /alerts/play
              POST /alerts/snooze
              POST /alerts/undo
              POST /alerts/wake
              POST /alerts/1/acknowledge
              POST /alerts/1/close
              POST /alerts/1/comments
              POST /alerts/1/snooze
              POST /alerts/1/wake
              POST /comments/1/delete
              POST /comments/1/edit
              POST /runs/1/cancel
              POST /runs/1/comments
              POST /runs/1/finish
              POST /runs/1/touchpoints
              POST /tasks/undo
              POST /tasks/1/done
              POST /tasks/1/reassign
              POST /tasks/1/reschedule
              POST /tasks/1/skip
            manager admin
              POST /reviews/1/accounts/1/answer
              POST /accounts/assign
              POST /accounts/1/assign
              GET  /follow-up
              GET  /plays/new
              POST /plays/new
              GET  /plays/1/edit
              POST /plays/1/edit
              POST /plays/1/on
              POST /plays/1/off
              POST /plays/1/start-now
              POST /plays/prospects
              GET  /plays/drafts/1
              GET  /plays/drafts/1/edit
              POST /plays/drafts/1/edit
              GET  /plays/drafts/1/prospects
              GET  /plays/drafts/1/dry-run
              POST /plays/drafts/1/publish
              POST /plays/drafts/1/discard
              GET  /templates/new
              POST /templates/new
              POST /templates/preview
              GET  /templates/1/edit
              POST /templates/1/edit
            admin
              GET  /start
              POST /start/connect
              GET  /start/connect/1
              GET  /start/connect/1/arrivals
              GET  /start/sample
              POST /start/sample
              GET  /start/sample/progress
              POST /start/sample/removal
              GET  /setup
              GET  /setup/audit
              GET  /setup/members
              POST /setup/members
              GET  /setup/members/new
              GET  /setup/members/1
              POST /setup/members/1
              POST /setup/members/1/activation
              POST /setup/members/1/deactivation
              POST /setup/members/1/invitation
              GET  /setup/rules
              GET  /setup/rules/new
              POST /setup/rules/new
              POST /setup/rules/matching
              GET  /setup/rules/1
              POST /setup/rules/1
              POST /setup/rules/1/on
              POST /setup/rules/1/off
              GET  /setup/rules/dry-runs/1
              GET  /setup/rules/dry-runs/1/findings
              POST /setup/rules/dry-runs/1/adoption
              GET  /setup/segments
              GET  /setup/segments/new
              POST /setup/segments/new
              POST /setup/segments/catchment
              POST /setup/segments/order
              GET  /setup/segments/new/profile
              POST /setup/segments/new/profile
              GET  /setup/segments/1
              POST /setup/segments/1
              POST /setup/segments/1/deletion
              GET  /setup/segments/1/profile
              POST /setup/segments/1/profile
              POST /setup/profile-advice
              POST /setup/segments/1/profile/draft/publication
              POST /setup/segments/1/profile/draft/removal
              POST /setup/segments/1/profile/suggestions
              GET  /setup/segments/1/profile/suggestions/1
              GET  /setup/segments/1/profile/suggestions/1/finding
              POST /setup/segments/1/profile/suggestions/1/draft
              POST /setup/segments/1/profile/versions/1/withdrawal
              GET  /setup/previews/1
              GET  /setup/previews/1/impact
              POST /setup/previews/1/adoption
              GET  /setup/configuration
              GET  /setup/configuration/file
              POST /setup/configuration/plans
              GET  /setup/configuration/plans/1
              POST /setup/configuration/plans/1/application
              GET  /setup/check-ins
              POST /setup/check-ins
              GET  /setup/inbox
              POST /setup/inbox
              GET  /setup/holidays
              POST /setup/holidays
              POST /setup/holidays/region
              POST /setup/holidays/1/off
              POST /setup/holidays/1/on
              POST /setup/holidays/1/removal
              GET  /setup/follow-up
              POST /setup/follow-up
              GET  /setup/webhooks
              POST /setup/webhooks
              GET  /setup/webhooks/new
              GET  /setup/webhooks/1
              POST /setup/webhooks/1
              POST /setup/webhooks/1/secret
              POST /setup/webhooks/1/on
              POST /setup/webhooks/1/off
              POST /setup/webhooks/1/test
              GET  /setup/slack
              POST /setup/slack
              GET  /setup/slack/new
              GET  /setup/slack/1
              POST /setup/slack/1
              POST /setup/slack/1/on
              POST /setup/slack/1/off
              POST /setup/slack/1/test
              GET  /setup/deliveries
              POST /setup/deliveries/1/again
              GET  /setup/sources
              POST /setup/sources
              GET  /setup/sources/new
              GET  /setup/sources/1
              POST /setup/sources/1/calm
              POST /setup/sources/1/calm/end
              POST /setup/sources/1/key
              POST /setup/sources/1/revocation
            """;

    private RouteTable() {}

    /** The roles that may use each route; none where nobody need be signed in. */
    static Map<Route, Set<Role>> rolesByRoute() {
        var table = new LinkedHashMap<Route, Set<Role>>();
        Set<Role> who = Set.of();
        for (String line : WHO_MAY.lines().toList()) {
            if (line.startsWith(" ")) {
                String[] words = line.strip().split(" +");
                table.put(new Route(HttpMethod.valueOf(words[0]), words[1]), who);
            } else {
                who = line.equals("anyone") ? Set.of() : roles(line);
            }
        }
        return table;
    }

    private static Set<Role> roles(String names) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(names.split(" "))
                .map(it -> it.toUpperCase(Locale.ROOT))
                .map(Role::valueOf)
                .forEach(roles::add);
        return roles;
    }
}
