package ews.plays.outbox;

import java.util.Optional;

/** Sends the messages of one channel. */
public interface Transport {

    Channel channel();

    /** Why nothing can be sent at present, and what to do about it; messages wait meanwhile. Empty if all is well. */
    Optional<String> obstacle();

    /** Sends once. It must end, one way or the other, well within two minutes: then somebody else would send it again. */
    Delivery send(Message message);
}
