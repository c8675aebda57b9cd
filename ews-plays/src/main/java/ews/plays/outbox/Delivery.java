package ews.plays.outbox;

/** What became of one attempt. */
public sealed interface Delivery {

    /** The receiver took it. */
    record Delivered() implements Delivery {}

    /** It may work later. */
    record TryLater(String reason) implements Delivery {}

    /** It will never work as it is. */
    record Refused(String reason) implements Delivery {}
}
