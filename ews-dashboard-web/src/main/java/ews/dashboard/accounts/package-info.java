/** The portfolio with its preview, and the page of one account. */
@NullMarked
package ews.dashboard.accounts;

import org.jspecify.annotations.NullMarked;
