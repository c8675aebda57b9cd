/** The people of our own company and what their roles allow. */
@NullMarked
package ews.domain.member;

import org.jspecify.annotations.NullMarked;
