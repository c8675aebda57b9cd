/** Reduces events to facts, in the transaction that appends them to the log. */
@NullMarked
@NamedInterface("fact")
package ews.sensors.fact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
