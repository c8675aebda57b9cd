/** The watch lists of all kinds, and the weekly reviews of them. */
@NullMarked
package ews.dashboard.watchlists;

import org.jspecify.annotations.NullMarked;
