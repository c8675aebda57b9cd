/** Detection rules: pure functions that find business events in an account's facts and scores, and say why. */
@NullMarked
@NamedInterface("rule")
package ews.detection.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
