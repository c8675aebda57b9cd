/** Whether plays help: what became of their runs, and of accounts that did not get them. */
@NullMarked
@NamedInterface("effect")
package ews.plays.effect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
