/** What is set for a single account: its key. */
@NullMarked
package ews.dashboard.accounts.settings;

import org.jspecify.annotations.NullMarked;
