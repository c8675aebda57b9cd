package ews.plays.email;

import java.util.List;

/** A template that cannot be saved, with everything that has to be changed first. */
public final class InvalidTemplate extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    InvalidTemplate(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
