/** Events in the envelope of CloudEvents. */
@NullMarked
@NamedInterface("cloudevents")
package ews.sensors.cloudevents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
