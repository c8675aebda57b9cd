package ews.plays.run;

import ews.domain.member.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a member who leaves was in charge of is somebody else's.
 *
 * @param from the name of the one who leaves
 * @param by who decided it; {@code null} if EWS did
 */
public record WorkHandedOver(
        String from, MemberId to, @Nullable MemberId by, int accounts, int tasks) {}
