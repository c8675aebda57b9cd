/** The way in: a batch of events goes to the intake, and a receipt comes back once it is committed. */
@NullMarked
@NamedInterface("intake")
package ews.sensors.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
