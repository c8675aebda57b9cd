/** What members say to each other, under an account, a run or an alert. */
@NullMarked
package ews.dashboard.discussion;

import org.jspecify.annotations.NullMarked;
