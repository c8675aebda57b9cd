/** What plays tell the other modules about runs. */
@NullMarked
package ews.domain.play;

import org.jspecify.annotations.NullMarked;
