package ews.dashboard.shell;

/**
 * The numbers in the sidebar.
 *
 * @param today what is left to do today: new alerts and tasks that are due
 * @param notices those that the viewer has not seen
 */
record Counts(long today, long alerts, long tasks, long notices, boolean sample, Freshness freshness) {}
