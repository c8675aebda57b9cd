/** The days on which the organisation does not work. */
@NullMarked
package ews.dashboard.setup.holiday;

import org.jspecify.annotations.NullMarked;
