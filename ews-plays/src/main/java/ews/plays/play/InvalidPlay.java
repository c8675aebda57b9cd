package ews.plays.play;

import java.util.List;

/** A play that cannot be saved, with everything that has to be changed first. */
public final class InvalidPlay extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    InvalidPlay(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
