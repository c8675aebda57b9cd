/** The organisation's days, and the clock that they come from. */
@NullMarked
package ews.domain.time;

import org.jspecify.annotations.NullMarked;
