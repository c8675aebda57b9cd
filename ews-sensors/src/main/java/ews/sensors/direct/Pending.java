package ews.sensors.direct;

import ews.sensors.intake.Batch;
import ews.sensors.intake.Receipt;
import java.util.concurrent.CompletableFuture;

/** A batch that waits for its commit, and the receipt that its sender waits for. */
record Pending(Batch batch, CompletableFuture<Receipt> receipt) {

    Pending(Batch batch) {
        this(batch, new CompletableFuture<>());
    }
}
