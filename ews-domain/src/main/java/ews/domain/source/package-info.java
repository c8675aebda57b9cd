/** What everybody needs to know of sources: whether what they tell can be relied on just now. */
@NullMarked
package ews.domain.source;

import org.jspecify.annotations.NullMarked;
