/** What is overdue, escalated, or left lying. */
@NullMarked
package ews.dashboard.followup;

import org.jspecify.annotations.NullMarked;
