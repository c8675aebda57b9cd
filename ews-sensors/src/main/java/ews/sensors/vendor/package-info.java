/** Products of others that send webhooks: where they send to, how they sign, and what they mean in our own words. */
@NullMarked
@NamedInterface("vendor")
package ews.sensors.vendor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
