/** The periodic touch: how often it is due, when it is next due, and how it went. */
@NullMarked
@NamedInterface("checkin")
package ews.plays.checkin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
