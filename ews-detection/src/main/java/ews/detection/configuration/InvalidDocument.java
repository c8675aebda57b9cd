package ews.detection.configuration;

import java.util.List;

/** A document that cannot be taken; each problem names its place and says what to do. */
public final class InvalidDocument extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    InvalidDocument(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the order of the document. */
    public List<String> problems() {
        return problems;
    }
}
