package ews.plays.channel;

/** Identifies a Slack channel. */
public record SlackChannelId(int value) {

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
