/** What calendars can read: invitations, and each member's own tasks and meetings. */
@NamedInterface("calendar")
@NullMarked
package ews.plays.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
