/** Pages on which files of rows are imported. */
@NullMarked
package ews.dashboard.setup.imports;

import org.jspecify.annotations.NullMarked;
