/** Tests of the whole application. */
@NullMarked
package ews;

import org.jspecify.annotations.NullMarked;
