package ews;

/**
 * Ends this process when the one that started it ends. A build tool that runs the application as its child and is
 * killed would else leave it behind, with its port and its data directory.
 */
final class StopWithParent {

    /** Set by the build for {@code spring-boot:run}. */
    private static final String SWITCH = "ews.stop-with-parent";

    private static final int TERMINATED = 143;

    private StopWithParent() {}

    /** Call before anything is started, so that a start can be interrupted as well. */
    static void ifAsked() {
        if (Boolean.getBoolean(SWITCH)) {
            ProcessHandle.current().parent().ifPresent(parent -> {
                var _ = parent.onExit().thenRun(() -> System.exit(TERMINATED));
            });
        }
    }
}
