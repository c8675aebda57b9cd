/** Webhooks: where other systems hear of what happens. */
@NullMarked
package ews.dashboard.setup.webhook;

import org.jspecify.annotations.NullMarked;
