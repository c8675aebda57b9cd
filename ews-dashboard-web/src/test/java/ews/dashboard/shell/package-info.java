/** Tests of what surrounds the pages. */
@NullMarked
package ews.dashboard.shell;

import org.jspecify.annotations.NullMarked;
