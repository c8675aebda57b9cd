/** What a change of segments or profiles would do, before it is live. */
@NullMarked
package ews.dashboard.setup.preview;

import org.jspecify.annotations.NullMarked;
