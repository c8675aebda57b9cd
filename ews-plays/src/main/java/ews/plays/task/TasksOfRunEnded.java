package ews.plays.task;

import ews.domain.play.RunId;

/** The last open task of a run was done or skipped, in this transaction. */
public record TasksOfRunEnded(RunId run) {}
