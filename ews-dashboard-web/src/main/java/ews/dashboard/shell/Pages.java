package ews.dashboard.shell;

import ews.dashboard.security.Viewer;
import java.util.ArrayList;
import java.util.List;

/** The pages and actions that the palette offers. */
final class Pages {

    private Pages() {}

    static List<Hit> of(Viewer viewer) {
        var pages = new ArrayList<Hit>();
        pages.add(page("/today", "Today", "what needs you · G T", "sun"));
        pages.add(page("/accounts", "Accounts", "the portfolio · G A", "building"));
        pages.add(page("/alerts", "Alerts", "new, snoozed, closed · G L", "bell"));
        pages.add(page("/plays", "Plays", "library and runs · G P", "plays"));
        pages.add(page("/templates", "Email templates", "what emails to contacts begin with", "mail"));
        pages.add(page("/tasks", "Tasks", "yours, by due date · G K", "tasks"));
        pages.add(page("/tasks/check-ins", "Check-ins", "which accounts are due", "phone"));
        pages.add(page("/watch-lists", "Watch lists", "built-in, kept, saved filters", "eye"));
        pages.add(page("/reviews", "Reviews", "the weekly passes over the lists, flags", "flag"));
        pages.add(page("/health", "Health report", "the five questions · G H", "chart"));
        pages.add(page("/me/notices", "Notices", "what happened to what is yours", "message"));
        pages.add(page("/me/notices/choices", "What you hear of", "email, Slack, digest, quiet hours", "message"));
        pages.add(page("/me", "Your account", "change password, theme", "user"));
        pages.add(page("/me/calendar", "Your calendar", "subscribe to your tasks and meetings", "calendar"));
        if (viewer.mayAssign()) {
            pages.add(page("/follow-up", "Follow-up", "what is overdue, escalated, or left lying", "flag"));
        }
        if (viewer.mayWritePlays()) {
            pages.add(page("/plays/new", "Write a play", "steps, due dates", "plays"));
            pages.add(page("/templates/new", "Write an email template", "text with merge fields", "mail"));
        }
        if (viewer.isAdmin()) {
            pages.add(page("/setup", "Setup", "administration · G S", "settings"));
            pages.add(page("/setup/people", "People", "erase a person, privacy, GDPR", "users"));
            pages.add(page("/setup/members", "Members", "invite people, roles", "users"));
            pages.add(page("/setup/sources", "Sources", "connect a system, keys", "key"));
            pages.add(page("/setup/segments", "Segments", "health profiles, weights", "target"));
            pages.add(page("/setup/holidays", "Holidays", "public ones, own days", "calendar"));
            pages.add(page("/setup/check-ins", "How often to check in", "for each segment", "phone"));
            pages.add(page("/setup/webhooks", "Webhooks", "tell other systems what happens", "bolt"));
            pages.add(page("/setup/slack", "Slack", "channels that hear of what happens", "message"));
            pages.add(page("/setup/deliveries", "Deliveries", "messages: sent, waiting, failed", "mail"));
            pages.add(page("/setup/audit", "Audit log", "who changed what", "clock"));
        }
        return pages;
    }

    private static Hit page(String path, String name, String detail, String icon) {
        return new Hit(path, name, detail, null, icon);
    }
}
