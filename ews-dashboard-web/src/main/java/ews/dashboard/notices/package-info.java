/** What the viewer is told of, and how they want to be. */
@NullMarked
package ews.dashboard.notices;

import org.jspecify.annotations.NullMarked;
