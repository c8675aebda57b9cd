/** How much may come from a source. */
@NullMarked
package ews.sensors.limit;

import org.jspecify.annotations.NullMarked;
