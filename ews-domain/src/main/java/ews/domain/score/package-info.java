/** Health profiles and the score: exact arithmetic that explains itself to the last digit. */
@NullMarked
package ews.domain.score;

import org.jspecify.annotations.NullMarked;
