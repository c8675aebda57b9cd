/** Rows out of and into PostgreSQL in its binary COPY format, the fastest way there is for many rows. */
@NullMarked
package ews.domain.copy;

import org.jspecify.annotations.NullMarked;
