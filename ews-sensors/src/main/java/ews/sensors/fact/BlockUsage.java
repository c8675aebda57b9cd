package ews.sensors.fact;

import ews.domain.fact.UsageAddition;

/** What is to be added to one block of usage. */
interface BlockUsage {

    long account();

    /** Its number. */
    int block();

    void addTo(UsageAddition addition);
}
