/** What Stripe sends: invoices and subscriptions. */
@NullMarked
package ews.sensors.stripe;

import org.jspecify.annotations.NullMarked;
