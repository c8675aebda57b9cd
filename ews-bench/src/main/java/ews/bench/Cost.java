package ews.bench;

/**
 * What something cost.
 *
 * @param applicationCpu seconds, of the application or of the thread that copies
 * @param databaseCpu seconds, of all processes of PostgreSQL
 */
record Cost(String what, long events, double seconds, double applicationCpu, double databaseCpu) {

    /** Events a second. */
    double rate() {
        return events / seconds;
    }

    double cpuPerMillion() {
        return (applicationCpu + databaseCpu) * 1e6 / events;
    }

    void print() {
        System.out.printf(
                "%-52s %,9.0f events/s   CPU-s per million: application %5.2f + PostgreSQL %5.2f = %6.2f%n",
                what, rate(), applicationCpu * 1e6 / events, databaseCpu * 1e6 / events, cpuPerMillion());
    }
}
