/** Engagement with the people at an account, as it was logged. */
@NullMarked
@NamedInterface("touchpoint")
package ews.plays.touchpoint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
