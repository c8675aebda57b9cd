package ews.plays;

/**
 * Two texts, cut down to where they begin to differ, so that what is new in a long text can be said in one sentence.
 * Equal texts stay equal.
 */
public record Difference(String before, String after) {

    /** How much of a text is shown. */
    private static final int LONGEST = 80;

    /** How much of what is the same is shown before what is not. */
    private static final int LEAD = 20;

    public static Difference of(String before, String after) {
        int same = 0;
        while (same < Math.min(before.length(), after.length()) && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        boolean shown = Math.max(before.length(), after.length()) <= LONGEST;
        int start = shown || before.equals(after) ? 0 : startOfWord(before, Math.max(0, same - LEAD));
        return new Difference(part(before, start), part(after, start));
    }

    /** Both texts are the same up to here, so their words are. */
    private static int startOfWord(String text, int place) {
        return text.lastIndexOf(' ', place) + 1;
    }

    private static String part(String text, int start) {
        int end = Math.min(text.length(), start + LONGEST);
        // Never half of a character that takes two.
        int whole = end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
        return (start > 0 ? "…" : "") + text.substring(start, whole) + (whole < text.length() ? "…" : "");
    }
}
