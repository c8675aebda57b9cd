package ews.sensors.fact;

import ews.sensors.intake.Batch;
import ews.sensors.intake.Unplaced;
import java.util.List;

/**
 * A batch of which it is known where its events belong.
 *
 * @param batch with the events that have found their account
 * @param waiting the events that wait until somebody says to which account their people belong
 * @param repeated how many of its events waited already
 */
record Placed(Batch batch, List<Unplaced> waiting, int repeated) {

    static Placed whole(Batch batch) {
        return new Placed(batch, List.of(), 0);
    }
}
