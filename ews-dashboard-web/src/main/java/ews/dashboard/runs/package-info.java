/** The page of a run. */
@NullMarked
package ews.dashboard.runs;

import org.jspecify.annotations.NullMarked;
