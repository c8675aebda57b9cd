package ews.plays.email;

import java.time.Instant;

/** What a template said from a moment on, who wrote that, and why. */
public record TemplateVersion(Template template, String author, String reason, Instant time) {}
