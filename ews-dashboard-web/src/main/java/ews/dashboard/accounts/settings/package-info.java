/** What is set for a single account: its key, its parent, and whether it is archived. */
@NullMarked
package ews.dashboard.accounts.settings;

import org.jspecify.annotations.NullMarked;
