/** What surrounds every page: the sidebar with its counts, the theme, the palette, the error pages. */
@NullMarked
package ews.dashboard.shell;

import org.jspecify.annotations.NullMarked;
