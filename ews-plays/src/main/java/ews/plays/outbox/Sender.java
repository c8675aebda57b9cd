package ews.plays.outbox;

import ews.plays.outbox.Delivery.Delivered;
import ews.plays.outbox.Delivery.Refused;
import ews.plays.outbox.Delivery.TryLater;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends what is due, one message of a lane after the other. */
@Component
public class Sender {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    private final Queue queue;
    private final Transports transports;

    Sender(Queue queue, Transports transports) {
        this.queue = queue;
        this.transports = transports;
    }

    /** Sends everything that is due, lane by lane, and says how many attempts that were. */
    public int runOnce() {
        int attempts = 0;
        for (String lane : dueLanes()) {
            while (sendNext(lane)) {
                attempts++;
            }
        }
        return attempts;
    }

    List<String> dueLanes() {
        return queue.dueLanes(transports.ready());
    }

    /** Whether there was one to send. */
    boolean sendNext(String lane) {
        Optional<Message> taken = queue.take(lane);
        taken.ifPresent(message -> note(message, attempt(message)));
        return taken.isPresent();
    }

    private Delivery attempt(Message message) {
        try {
            return transports.send(message);
        } catch (RuntimeException e) {
            log.warn("Message {} by {} could not be sent", message.id(), message.channel(), e);
            return new TryLater("EWS itself failed: " + e.getClass().getSimpleName() + "; see its log.");
        }
    }

    private void note(Message message, Delivery delivery) {
        switch (delivery) {
            case Delivered _ -> queue.sent(message);
            case Refused(String reason) -> queue.failed(message, reason);
            case TryLater later -> {
                tryLater(message, later);
                if (later.pause() != null) {
                    queue.rest(message, later.pause());
                }
            }
        }
    }

    private void tryLater(Message message, TryLater later) {
        Optional<Duration> pause =
                Retries.after(message.attempt(), ThreadLocalRandom.current().nextDouble());
        if (pause.isPresent()) {
            queue.again(message, later.pause(pause.get()), later.reason());
        } else {
            queue.failed(message, "Given up after %d attempts: %s".formatted(message.attempt(), later.reason()));
        }
    }
}
