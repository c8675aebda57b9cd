/** Nothing is left lying: what is overdue is told of, and what nobody follows up is found. */
@NamedInterface
@NullMarked
package ews.plays.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
