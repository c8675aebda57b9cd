package ews.detection.rhythm;

/**
 * Short spells in which next to nothing happened where much was usual: a company's holidays, a sensor that was down. They
 * say neither what is usual nor that anything has changed. A longer silence is no pause.
 */
final class Pauses {

    /** In days, not counting those at either end on which nothing is usual. */
    private static final int LONGEST = 7;

    /** Of what is usual, at most. */
    private static final double NEXT_TO_NOTHING = 0.1;

    /** How many spreads a spell must be below the usual, so that an account with few events has no pauses by chance. */
    private static final double UNMISTAKABLE = 4;

    private Pauses() {}

    /** Marks the days of pauses as telling nothing. */
    static void leaveOut(DailyCounts counts, UsualWeek week, boolean[] telling) {
        int day = 0;
        while (day < counts.length()) {
            int end = day;
            while (end < counts.length() && isStill(counts, week, end)) {
                end++;
            }
            if (end > day && isPause(counts, week, day, end)) {
                for (int it = day; it < end; it++) {
                    telling[it] = false;
                }
            }
            day = end + 1;
        }
    }

    private static boolean isStill(DailyCounts counts, UsualWeek week, int day) {
        return counts.count(day) <= NEXT_TO_NOTHING * week.mean() * week.share(day);
    }

    private static boolean isPause(DailyCounts counts, UsualWeek week, int start, int end) {
        int first = start;
        int last = end - 1;
        while (first < last && isFree(week, first)) {
            first++;
        }
        while (last > first && isFree(week, last)) {
            last--;
        }
        double below = 0;
        for (int day = first; day <= last; day++) {
            below -= week.stray(day, counts.count(day));
        }
        int days = last - first + 1;
        return days <= LONGEST && below >= UNMISTAKABLE * week.spread() * Math.sqrt(days);
    }

    private static boolean isFree(UsualWeek week, int day) {
        return week.share(day) < NEXT_TO_NOTHING;
    }
}
