/** Scoring runs: facts become health scores, live, once a day and for past days. */
@NullMarked
package ews.detection.scoring;

import org.jspecify.annotations.NullMarked;
