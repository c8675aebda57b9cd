/** How many new alerts reach CSMs at once, and when. */
@NullMarked
package ews.dashboard.setup.inbox;

import org.jspecify.annotations.NullMarked;
