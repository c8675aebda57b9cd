package ews.detection.rule;

import java.time.Instant;

/** What a rule said from a moment on, until the next version. */
public record RuleVersion(
        int rule, int version, RuleDefinition definition, String reason, String author, Instant publishedAt) {}
