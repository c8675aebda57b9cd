package ews.plays.notice;

import java.util.Map;

/**
 * How a member wants to be told.
 *
 * @param choices of the kinds for which they chose
 * @param ownZone whether the zone of the times is their own choice, not the organisation's
 */
public record Preferences(Map<NoticeKind, Choice> choices, QuietTimes times, boolean ownZone) {

    public Preferences {
        choices = Map.copyOf(choices);
    }

    public Choice choice(NoticeKind kind) {
        return choices.getOrDefault(kind, kind.usual());
    }
}
