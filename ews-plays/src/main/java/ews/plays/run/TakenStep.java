package ews.plays.run;

import ews.plays.play.Step;
import java.time.Instant;

/**
 * A step that a run has taken.
 *
 * @param number from 1, as in the play
 * @param result what came of it, in a sentence
 */
public record TakenStep(int number, Step step, Instant takenAt, String result) {}
