/** The sample company: a year of believable customers, told to the real intake as a real source would. */
@NullMarked
package ews.dashboard.sample;

import org.jspecify.annotations.NullMarked;
