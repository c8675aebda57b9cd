package ews.plays.notice;

/** How a member wants to hear of something. */
public record Choice(Way way, Timing timing) {}
