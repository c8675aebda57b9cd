/** One play on one account, from its start to its outcome. */
@NullMarked
@NamedInterface("run")
package ews.plays.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
