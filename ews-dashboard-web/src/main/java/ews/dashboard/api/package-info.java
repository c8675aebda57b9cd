/** The read API under {@code /v1}: JSON for systems that hold a source key with read scope. */
@NullMarked
package ews.dashboard.api;

import org.jspecify.annotations.NullMarked;
