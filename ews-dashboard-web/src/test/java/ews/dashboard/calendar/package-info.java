@NullMarked
package ews.dashboard.calendar;

import org.jspecify.annotations.NullMarked;
