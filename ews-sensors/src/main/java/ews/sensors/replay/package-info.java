/** Rejected events that are sent once more, as they were or corrected. */
@NullMarked
@NamedInterface("replay")
package ews.sensors.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
