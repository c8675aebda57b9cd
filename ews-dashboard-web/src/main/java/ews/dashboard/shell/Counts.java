package ews.dashboard.shell;

/**
 * The numbers in the sidebar.
 *
 * @param today what is left to do today: new alerts and tasks that are due
 */
record Counts(long today, long alerts, long tasks, boolean sample, Freshness freshness) {}
