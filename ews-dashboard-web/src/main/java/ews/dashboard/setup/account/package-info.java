/** Accounts that were merged. */
@NullMarked
package ews.dashboard.setup.account;

import org.jspecify.annotations.NullMarked;
