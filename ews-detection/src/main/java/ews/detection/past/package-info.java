/** The past as it was known on the day: dates to look at it, what became of accounts, how well scores foretold it. */
@NullMarked
@NamedInterface("past")
package ews.detection.past;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
