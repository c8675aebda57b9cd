package ews.sensors.source;

/** What a source's key allows. */
public enum Scope {
    /** Reads health, accounts, alerts and tasks through the API. */
    READ,
    /** Changes segments, profiles, rules and the bands that people decide, and works on alerts, through the API. */
    CONFIGURE,
    /** Sends events. */
    WRITE
}
