/** What the accounts of a segment have in common, for metrics that are read against peers. */
@NullMarked
package ews.detection.peer;

import org.jspecify.annotations.NullMarked;
