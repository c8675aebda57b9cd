/** What sources sent, as they sent it, kept by day. */
@NullMarked
@NamedInterface("eventlog")
package ews.sensors.eventlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
