/** What is set for a single account: its key, its parent, what is merged into it, and whether it is archived. */
@NullMarked
package ews.dashboard.accounts.settings;

import org.jspecify.annotations.NullMarked;
