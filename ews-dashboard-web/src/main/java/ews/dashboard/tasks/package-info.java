/** The tasks of the members, and what is done with them. */
@NullMarked
package ews.dashboard.tasks;

import org.jspecify.annotations.NullMarked;
