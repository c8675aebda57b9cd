package ews.dashboard.shell;

/**
 * How old the scores on the page are, and whether sources are silent.
 *
 * @param colour good, average or flat
 */
public record Freshness(String colour, String text) {}
