package ews.sensors.csv;

import java.util.List;

/** @param line of the file at which it begins, from 1; the header is a line, too */
record CsvRow(long line, List<String> cells) {

    /** Nothing where the row is too short. */
    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
