/** The page of a check-in, which accounts are due for one, and how often an account is. */
@NullMarked
package ews.dashboard.checkins;

import org.jspecify.annotations.NullMarked;
