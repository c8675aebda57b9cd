/** Reduces events to facts, in the transaction that appends them to the log. */
@NullMarked
package ews.sensors.fact;

import org.jspecify.annotations.NullMarked;
