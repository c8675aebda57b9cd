/** Connected systems, their keys, and how much each of them sent. */
@NullMarked
@NamedInterface("source")
package ews.sensors.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
