/** What is removed where a person asks to be forgotten. */
@NullMarked
package ews.domain.erasure;

import org.jspecify.annotations.NullMarked;
