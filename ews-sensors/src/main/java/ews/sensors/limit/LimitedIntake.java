package ews.sensors.limit;

import ews.sensors.intake.Batch;
import ews.sensors.intake.EventIntake;
import ews.sensors.intake.Receipt;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Takes what a source may send, and lets those who actually take it see nothing else. */
@Component
@Primary
class LimitedIntake implements EventIntake {

    private final EventIntake intake;
    private final Limits limits;

    LimitedIntake(@Qualifier("directIntake") EventIntake intake, Limits limits) {
        this.intake = intake;
        this.limits = limits;
    }

    @Override
    public Receipt accept(Batch batch) {
        limits.take(batch.source(), batch.size());
        return intake.accept(TooLarge.rejectedIn(batch));
    }
}
