/** Writing emails to the contacts of an account, and what became of those that were sent. */
@NullMarked
package ews.dashboard.emails;

import org.jspecify.annotations.NullMarked;
