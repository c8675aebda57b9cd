package ews.bench;

/** What is as it should be, and what is not. */
final class Findings {

    private boolean right = true;

    void expect(String what, long expected, long found) {
        boolean same = expected == found;
        right &= same;
        System.out.printf("%-28s %,11d of %,11d %s%n", what, found, expected, same ? "" : "  WRONG");
    }

    /** Ends the process with an error if anything was not as expected. */
    void conclude() {
        System.out.println(right ? "nothing was lost, and nothing done twice" : "SOMETHING WAS LOST OR DONE TWICE");
        if (!right) {
            System.exit(1);
        }
    }
}
