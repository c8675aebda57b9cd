/** Whether plays reach what they are for: proof by facts, for runs and for those that were held out. */
@NullMarked
@NamedInterface("goal")
package ews.plays.goal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
