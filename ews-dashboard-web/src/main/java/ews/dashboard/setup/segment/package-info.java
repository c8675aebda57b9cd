/** Segments: which group an account belongs to, as ordered conditions in plain form fields. */
@NullMarked
package ews.dashboard.setup.segment;

import org.jspecify.annotations.NullMarked;
