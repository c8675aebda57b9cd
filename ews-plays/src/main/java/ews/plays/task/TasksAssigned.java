package ews.plays.task;

import java.util.List;

/** What was given to members at one moment: by a person one task, by runs that go on together many. */
public record TasksAssigned(List<TaskAssigned> tasks) {}
