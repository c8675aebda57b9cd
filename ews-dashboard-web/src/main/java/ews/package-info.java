/** The application: everything below this package is one of its modules. */
@NullMarked
package ews;

import org.jspecify.annotations.NullMarked;
