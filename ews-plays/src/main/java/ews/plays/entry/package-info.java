/** Who comes into plays by themselves: what brings an account there, whether it may, and who is held out. */
@NullMarked
@NamedInterface("entry")
package ews.plays.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
