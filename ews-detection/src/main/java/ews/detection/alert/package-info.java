/** Alerts: how they are raised, seen again, resolved, and what people do with them. */
@NullMarked
@NamedInterface("alert")
package ews.detection.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
