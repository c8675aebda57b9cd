/** Events as Totango's tracking pixel sends them. */
@NullMarked
@NamedInterface("totango")
package ews.sensors.totango;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
