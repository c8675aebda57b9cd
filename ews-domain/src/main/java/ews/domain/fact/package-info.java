/** What events are reduced to, per account and day, and how one account's facts read as of any day. */
@NullMarked
package ews.domain.fact;

import org.jspecify.annotations.NullMarked;
