/** What people decided about the band of accounts, in place of what was computed. */
@NullMarked
@NamedInterface("override")
package ews.detection.override;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
