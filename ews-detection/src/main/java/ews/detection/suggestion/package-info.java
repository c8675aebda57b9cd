/** Weights that the organisation's own cancellations speak for; never applied by itself. */
@NullMarked
@NamedInterface("suggestion")
package ews.detection.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
