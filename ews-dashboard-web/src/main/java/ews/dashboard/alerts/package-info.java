/** The inbox of alerts, and the page of one. */
@NullMarked
package ews.dashboard.alerts;

import org.jspecify.annotations.NullMarked;
