/** What a rule would find now, and what it would have raised in the past, before it is switched on; changes nothing. */
@NullMarked
@NamedInterface("dryrun")
package ews.detection.dryrun;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
