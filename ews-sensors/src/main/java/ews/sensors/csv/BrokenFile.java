package ews.sensors.csv;

import java.io.Serial;

/** A file that cannot be read on from some row, most often because of a quote that nobody closed. */
final class BrokenFile extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** @param line of the last row that could be read; 0 if there is none */
    BrokenFile(long line, Throwable cause) {
        super(
                "The file cannot be read on after line %,d: a quote is opened there and never closed. Close it and import the file again; what was imported already is not counted twice."
                        .formatted(line),
                cause);
    }
}
