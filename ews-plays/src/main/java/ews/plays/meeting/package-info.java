/** Meetings with contacts: invited, moved and called off by email, and logged when they have taken place. */
@NamedInterface("meeting")
@NullMarked
package ews.plays.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
