/** Events as clients of Segment and RudderStack send them: identify, group, track, page, screen and alias. */
@NullMarked
@NamedInterface("segment")
package ews.sensors.segment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
