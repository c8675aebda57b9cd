/** The segments as they are set up: ordered, with the conditions that put an account there. */
@NullMarked
@NamedInterface("segment")
package ews.detection.segment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
