package ews.sensors.intake;

/** Takes batches of events. An implementation acknowledges only what can no longer be lost. */
public interface EventIntake {

    /**
     * Blocks until the batch is committed. Sending the same batch again is safe: its events are then duplicates.
     *
     * @throws IntakeUnavailable if the batch cannot be taken now, or it is not known whether it was
     * @throws TooFast if the source has sent more than it may
     * @throws SourceGone if the source was deleted meanwhile
     */
    Receipt accept(Batch batch);
}
