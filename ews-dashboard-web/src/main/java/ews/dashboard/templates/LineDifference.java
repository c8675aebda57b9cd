package ews.dashboard.templates;

import java.util.ArrayList;
import java.util.List;

/**
 * A line that one of two texts has and the other has not.
 *
 * @param added whether the later text has it
 */
record LineDifference(boolean added, String text) {

    /** So many pairs of lines are compared at most; beyond, one text is said to take the place of the other. */
    private static final int MOST_PAIRS = 1_000_000;

    /**
     * What has to go and what has to come for one text to become the other, as little as possible. Empty lines are not
     * told: nobody could see them.
     */
    static List<LineDifference> between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int same = 0;
        while (same < Math.min(old.size(), now.size()) && old.get(same).equals(now.get(same))) {
            same++;
        }
        int end = 0;
        while (end < Math.min(old.size(), now.size()) - same
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        return ofParts(old.subList(same, old.size() - end), now.subList(same, now.size() - end)).stream()
                .filter(it -> !it.text.isBlank())
                .toList();
    }

    private static List<LineDifference> ofParts(List<String> old, List<String> now) {
        var differences = new ArrayList<LineDifference>();
        int[][] common = (long) old.size() * now.size() > MOST_PAIRS ? new int[0][] : common(old, now);
        int i = 0;
        int j = 0;
        while (common.length > 0 && i < old.size() && j < now.size()) {
            if (old.get(i).equals(now.get(j))) {
                i++;
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                differences.add(new LineDifference(false, old.get(i++)));
            } else {
                differences.add(new LineDifference(true, now.get(j++)));
            }
        }
        old.subList(i, old.size()).forEach(it -> differences.add(new LineDifference(false, it)));
        now.subList(j, now.size()).forEach(it -> differences.add(new LineDifference(true, it)));
        return differences;
    }

    /** How many lines in a row both have in common, at most, from each pair of lines on. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
