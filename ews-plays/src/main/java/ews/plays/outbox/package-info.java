/** Messages that leave the house: written with what they tell of, sent later, at least once, each lane on its own. */
@NullMarked
package ews.plays.outbox;

import org.jspecify.annotations.NullMarked;
