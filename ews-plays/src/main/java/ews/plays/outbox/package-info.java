/** Messages that leave the house: written with what they tell of, sent later, at least once, each lane on its own. */
@NamedInterface
@NullMarked
package ews.plays.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
