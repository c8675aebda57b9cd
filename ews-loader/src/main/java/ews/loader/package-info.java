/** Posts research data through the HTTP API as any source would, and measures how well the score foretells. */
@NullMarked
package ews.loader;

import org.jspecify.annotations.NullMarked;
