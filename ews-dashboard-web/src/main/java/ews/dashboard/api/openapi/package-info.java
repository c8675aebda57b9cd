/** The description of the whole API under {@code /v1}, which anybody may read: it holds no secret. */
@NullMarked
package ews.dashboard.api.openapi;

import org.jspecify.annotations.NullMarked;
