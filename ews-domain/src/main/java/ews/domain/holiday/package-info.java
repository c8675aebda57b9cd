/** On which days the organisation does not work: public holidays of where it is, and days of its own. */
@NullMarked
package ews.domain.holiday;

import org.jspecify.annotations.NullMarked;
