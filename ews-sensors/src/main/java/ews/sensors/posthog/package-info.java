/** Events as clients of PostHog send them. */
@NullMarked
@NamedInterface("posthog")
package ews.sensors.posthog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
