/** How far what was counted can be told from chance. */
@NullMarked
package ews.domain.chance;

import org.jspecify.annotations.NullMarked;
