/** Administration: where an admin finds members, sources, segments, profiles, rules and the audit log. */
@NullMarked
package ews.dashboard.setup;

import org.jspecify.annotations.NullMarked;
