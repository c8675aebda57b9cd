/** Sources: connected systems with their keys, what each of them sent, and what could not be taken. */
@NullMarked
package ews.dashboard.setup.source;

import org.jspecify.annotations.NullMarked;
