/** The first run: explore a sample company or connect the first source, and a checklist that ticks itself. */
@NullMarked
package ews.dashboard.start;

import org.jspecify.annotations.NullMarked;
