package ews.plays.outbox;

import java.util.UUID;

/** Identifies a message, to its receiver too: what comes twice with the same id is one message. */
public record MessageId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
