package ews.dashboard.plays.editor;

import ews.plays.play.Step;

/** What a step can be. */
enum StepKind {
    TASK("Task"),
    WATCH_LIST("Watch list"),
    ESCALATE("Escalation to a manager");

    private final String label;

    StepKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static StepKind of(Step step) {
        return switch (step) {
            case Step.TaskStep _ -> TASK;
            case Step.WatchListStep _ -> WATCH_LIST;
            case Step.EscalateStep _ -> ESCALATE;
        };
    }
}
