/** The examples that the product grew from, each told in a browser from the events to the closure that facts prove. */
@NullMarked
package ews.story;

import org.jspecify.annotations.NullMarked;
