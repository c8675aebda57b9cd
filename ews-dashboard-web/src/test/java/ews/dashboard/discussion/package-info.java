/** Tests of what members say to each other. */
@NullMarked
package ews.dashboard.discussion;

import org.jspecify.annotations.NullMarked;
