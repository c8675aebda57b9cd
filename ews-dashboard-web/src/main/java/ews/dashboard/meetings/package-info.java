/** Inviting contacts of an account to meetings, moving them and calling them off. */
@NullMarked
package ews.dashboard.meetings;

import org.jspecify.annotations.NullMarked;
