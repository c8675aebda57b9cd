package ews.detection.scoring;

import ews.domain.score.Band;
import ews.domain.score.Points;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One day of an account's score history; there is no score where the band is unknown. */
public record ScoredDay(LocalDate day, @Nullable Points score, Band band) {}
