/** What the events of a source are called, and what those count as. */
@NullMarked
@NamedInterface("naming")
package ews.sensors.naming;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
