/** When what is overdue is told of, and which work moves with an account. */
@NullMarked
package ews.dashboard.setup.followup;

import org.jspecify.annotations.NullMarked;
