package ews.sensors.csv;

import java.util.List;

/**
 * How a file is written.
 *
 * @param encoding the name of a charset: UTF-8, or windows-1252 if it cannot be that
 * @param separator between cells
 * @param header the names of its columns, of which each has one
 */
public record CsvFormat(String encoding, char separator, List<String> header) {

    public CsvFormat {
        header = List.copyOf(header);
    }

    /** For people. */
    public String separatorName() {
        return switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            default -> "“" + separator + "”";
        };
    }
}
