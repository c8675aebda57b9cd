/** Removes the sample company. */
@NullMarked
@NamedInterface("sample")
package ews.sensors.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
