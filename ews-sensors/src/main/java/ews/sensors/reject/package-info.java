/** Events that could not be taken, with the reason. */
@NullMarked
@NamedInterface("reject")
package ews.sensors.reject;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
