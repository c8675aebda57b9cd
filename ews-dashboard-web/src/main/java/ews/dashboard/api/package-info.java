/** The API under {@code /v1}, but for the intake: JSON for systems that hold a source key with the scope for it. */
@NullMarked
package ews.dashboard.api;

import org.jspecify.annotations.NullMarked;
