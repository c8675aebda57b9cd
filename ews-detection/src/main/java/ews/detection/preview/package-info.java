/** What would change, and how it would have done in the past, if segments or profiles were others; changes nothing. */
@NullMarked
@NamedInterface("preview")
package ews.detection.preview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
