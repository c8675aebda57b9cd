/** The audit log, the newest entry first. */
@NullMarked
package ews.dashboard.setup.audit;

import org.jspecify.annotations.NullMarked;
