package ews.sensors.csv;

import java.util.List;

/**
 * Cells of a file that people download and open in a spreadsheet, which would run what looks like a formula: a quote
 * before it makes it text. When such a file is imported, the quote is taken off again.
 */
final class SafeCells {

    private SafeCells() {}

    static List<String> of(List<String> cells) {
        return cells.stream().map(SafeCells::of).toList();
    }

    static String of(String cell) {
        return startsLikeFormula(cell) && !isNumber(cell) ? "'" + cell : cell.replace("\0", "");
    }

    static boolean startsLikeFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\0".indexOf(cell.charAt(0)) >= 0;
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[+-]?\\d[\\d.,' ]*");
    }
}
