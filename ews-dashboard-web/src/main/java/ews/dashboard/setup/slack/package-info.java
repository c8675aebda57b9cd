/** Slack channels: where the organisation hears of what happens. */
@NullMarked
package ews.dashboard.setup.slack;

import org.jspecify.annotations.NullMarked;
