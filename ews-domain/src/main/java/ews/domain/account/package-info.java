/** The paying (or trial) customer: its identity, and the current values that lists sort and filter by. */
@NullMarked
package ews.domain.account;

import org.jspecify.annotations.NullMarked;
