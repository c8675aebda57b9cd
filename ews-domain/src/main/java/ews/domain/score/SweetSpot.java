package ews.domain.score;

/**
 * Too much of a good thing: up to {@code goodUntil} an indicator is fully good, from there on it gets worse again, until
 * it is fully poor at {@code poorAgainAt}. Both lie beyond where the indicator begins to be fully good.
 */
public record SweetSpot(double goodUntil, double poorAgainAt) {}
