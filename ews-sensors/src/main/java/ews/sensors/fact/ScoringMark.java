package ews.sensors.fact;

/**
 * That an account waits for scoring.
 *
 * @param fromDay the earliest day that changed, since 1970
 * @param received when the first event of the change was received, in milliseconds since 1970
 * @param routine whether it can wait while there is more to do than can be done at once
 * @param imported whether it has to wait until imports are at rest
 */
record ScoringMark(long account, int fromDay, long received, boolean routine, boolean imported) {

    /** For both. What was not imported need not wait for the end of an import. */
    ScoringMark and(ScoringMark other) {
        return new ScoringMark(
                account,
                Math.min(fromDay, other.fromDay),
                Math.min(received, other.received),
                routine && other.routine,
                imported && other.imported);
    }
}
