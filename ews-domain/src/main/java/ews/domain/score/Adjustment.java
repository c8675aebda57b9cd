package ews.domain.score;

/**
 * What a limit took from a score, or gave to it.
 *
 * @param points negative for a cap, positive for a floor
 */
public record Adjustment(Limit limit, Points points) {}
