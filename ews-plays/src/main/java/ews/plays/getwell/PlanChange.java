package ews.plays.getwell;

import java.time.Instant;

/**
 * Something that somebody did with a plan.
 *
 * @param action as in the audit log: {@code plan.agreed}
 * @param detail in words; empty where the action says it all
 */
public record PlanChange(Instant at, String actor, String action, String detail) {}
