package ews.sensors.source;

/** What a source's key allows. */
public enum Scope {
    /** Reads health, accounts, alerts and tasks through the API. */
    READ,
    /** Changes segments, profiles and the bands that people decide, through the API. */
    CONFIGURE,
    /** Sends events. */
    WRITE
}
