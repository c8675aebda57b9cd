/** Finds lasting changes in the daily counts of an account: plain arithmetic on arrays, with its sources. */
@NullMarked
@NamedInterface("rhythm")
package ews.detection.rhythm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
