/** A member's start of the day: what needs them, what changed, what comes next. */
@NullMarked
package ews.dashboard.today;

import org.jspecify.annotations.NullMarked;
