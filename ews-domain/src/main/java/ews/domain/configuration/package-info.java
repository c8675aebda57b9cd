/** What is set up, as one document: the parts that modules have in it, and what would change if one was applied. */
@NullMarked
package ews.domain.configuration;

import org.jspecify.annotations.NullMarked;
