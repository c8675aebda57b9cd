/** What detection tells the other modules about alerts. */
@NullMarked
package ews.domain.alert;

import org.jspecify.annotations.NullMarked;
