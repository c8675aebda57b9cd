package ews.plays.outbox;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The transports of all channels. */
@Component
public class Transports {

    private final Map<Channel, Transport> transports = new EnumMap<>(Channel.class);

    Transports(List<Transport> all) {
        all.forEach(it -> transports.put(it.channel(), it));
    }

    /** The channels that cannot send at present, with the reason and what to do about it. */
    public Map<Channel, String> obstacles() {
        var obstacles = new EnumMap<Channel, String>(Channel.class);
        transports.forEach((channel, it) -> it.obstacle().ifPresent(reason -> obstacles.put(channel, reason)));
        return obstacles;
    }

    Set<Channel> ready() {
        var ready = EnumSet.noneOf(Channel.class);
        ready.addAll(transports.keySet());
        ready.removeAll(obstacles().keySet());
        return ready;
    }

    Delivery send(Message message) {
        Transport transport = transports.get(message.channel());
        if (transport == null) {
            throw new IllegalStateException("Nothing sends messages by " + message.channel());
        }
        return transport.send(message);
    }
}
