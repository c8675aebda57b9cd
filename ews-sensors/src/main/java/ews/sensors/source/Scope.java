package ews.sensors.source;

/** What a source's key allows. */
public enum Scope {
    /** Reads health, accounts, alerts and tasks through the API. */
    READ,
    /** Sends events. */
    WRITE
}
