package ews.sensors.source;

/** What a source's key allows. */
public enum Scope {
    /** Reads health, accounts, alerts, runs, tasks and touchpoints through the API. */
    READ,
    /** Changes segments, profiles, rules and decided bands, and works on alerts, runs and tasks, through the API. */
    CONFIGURE,
    /** Sends events. */
    WRITE
}
