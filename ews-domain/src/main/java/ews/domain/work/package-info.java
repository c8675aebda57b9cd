/** What modules need to work in the background. */
@NullMarked
package ews.domain.work;

import org.jspecify.annotations.NullMarked;
