/** Accounts that people keep an eye on, and why. */
@NullMarked
@NamedInterface("watchlist")
package ews.plays.watchlist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
