/** The library of plays, and the page of a run. */
@NullMarked
package ews.dashboard.plays;

import org.jspecify.annotations.NullMarked;
