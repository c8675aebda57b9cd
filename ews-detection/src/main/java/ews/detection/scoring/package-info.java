/** Scoring runs: facts become health scores, live, once a day and for past days. */
@NullMarked
@NamedInterface("scoring")
package ews.detection.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
