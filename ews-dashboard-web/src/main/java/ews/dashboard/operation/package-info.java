/** What operators see and set: the first words at a start, what automation brings along, what is tried again. */
@NullMarked
package ews.dashboard.operation;

import org.jspecify.annotations.NullMarked;
