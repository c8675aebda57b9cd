/** Time-stamped data points, as sources report them, whatever dialect they spoke. */
@NullMarked
package ews.domain.event;

import org.jspecify.annotations.NullMarked;
