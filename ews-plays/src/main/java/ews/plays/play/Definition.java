package ews.plays.play;

import java.util.List;

/** What a play does, in the order of its steps: the part of it that a run freezes. */
public record Definition(List<Step> steps) {

    public Definition {
        steps = List.copyOf(steps);
    }
}
