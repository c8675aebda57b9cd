package ews.plays.channel;

/** Texts as Slack reads them: <a href="https://docs.slack.dev/messaging/formatting-message-text">mrkdwn</a>. */
public final class SlackText {

    /** Slack advises 4,000 characters at most. */
    private static final int LONGEST = 3_500;

    private SlackText() {}

    /** What people wrote, so that none of it calls a channel or leads anywhere. */
    public static String plain(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** @param address of our own, with nothing in it that people wrote */
    public static String link(String address, String label) {
        return "<%s|%s>".formatted(address, plain(label).replace("|", "¦"));
    }
}
