package ews.sensors.intake;

/** The source of a batch was deleted after its key had been checked; sending the batch again is of no use. */
public class SourceGone extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SourceGone(Throwable cause) {
        super("The source was deleted; nothing of the batch was stored.", cause);
    }
}
