/** The group that an account belongs to, chosen by ordered rules. */
@NullMarked
package ews.domain.segment;

import org.jspecify.annotations.NullMarked;
