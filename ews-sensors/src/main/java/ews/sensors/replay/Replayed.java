package ews.sensors.replay;

import ews.sensors.reject.Settlement;

/** What became of a reject that was sent once more. */
public sealed interface Replayed {

    record Settled(Settlement as) implements Replayed {}

    /**
     * Still wrong.
     *
     * @param detail what is wrong and what to do
     */
    record Refused(String code, String detail) implements Replayed {}
}
