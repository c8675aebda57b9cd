/** Turns what clients send into events and rejections, one small class for each dialect. */
@NullMarked
@NamedInterface("dialect")
package ews.sensors.dialect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
