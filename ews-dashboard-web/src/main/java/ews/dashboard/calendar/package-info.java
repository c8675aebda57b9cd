/** The addresses to which members' own calendars subscribe. */
@NullMarked
package ews.dashboard.calendar;

import org.jspecify.annotations.NullMarked;
