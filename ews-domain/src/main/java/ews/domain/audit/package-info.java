/** Who changed what, and when. */
@NullMarked
package ews.domain.audit;

import org.jspecify.annotations.NullMarked;
