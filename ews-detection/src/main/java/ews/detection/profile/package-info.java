/** The published health profiles of each segment, by version, and the set that a new installation starts with. */
@NullMarked
@NamedInterface("profile")
package ews.detection.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
