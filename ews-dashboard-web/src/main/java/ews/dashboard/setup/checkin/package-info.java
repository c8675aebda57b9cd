/** How often the accounts of each segment are checked in with. */
@NullMarked
package ews.dashboard.setup.checkin;

import org.jspecify.annotations.NullMarked;
