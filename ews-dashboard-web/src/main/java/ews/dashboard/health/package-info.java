/** The executive report: the five questions about the health of all accounts, as of any day. */
@NullMarked
package ews.dashboard.health;

import org.jspecify.annotations.NullMarked;
