/** What was sent to people and systems, what waits, and what failed. */
@NullMarked
package ews.dashboard.setup.delivery;

import org.jspecify.annotations.NullMarked;
