package ews.sensors.csv;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file mean, and how its cells are read.
 *
 * @param columns for each column the {@link CsvTarget#path path} of what it becomes
 * @param dates in which order days, months and years stand
 * @param decimals what stands before the decimals of a number
 * @param type of events whose row names none, such as {@code usage}; only for {@link CsvKind#EVENTS}
 * @param currency of money whose row names none, such as {@code EUR}
 */
public record CsvMapping(
        List<String> columns,
        Dates dates,
        Decimals decimals,
        @Nullable String type,
        @Nullable String currency) {

    /** The order of dates that are not in ISO 8601; those are always understood. */
    public enum Dates {
        DAY_FIRST("31.12.2026 or 31/12/2026"),
        MONTH_FIRST("12/31/2026"),
        YEAR_FIRST("2026-12-31 or 2026/12/31");

        private final String example;

        Dates(String example) {
            this.example = example;
        }

        public String example() {
            return example;
        }
    }

    /** What stands before the decimals; the other one may stand between thousands. */
    public enum Decimals {
        POINT("1,234.56"),
        COMMA("1.234,56");

        private final String example;

        Decimals(String example) {
            this.example = example;
        }

        public String example() {
            return example;
        }
    }

    public CsvMapping {
        columns = List.copyOf(columns);
    }

    /**
     * Checks it against the file that it is for.
     *
     * @throws IllegalArgumentException if nothing could be read with it; the message says what to do
     */
    public CsvMapping checked(CsvKind kind, List<String> header) {
        if (columns.size() != header.size()) {
            throw new IllegalArgumentException(
                    "The file has %d columns; %d are mapped.".formatted(header.size(), columns.size()));
        }
        List<String> known = kind.targets().stream().map(CsvTarget::path).toList();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (!column.isEmpty() && !known.contains(column) && !(kind.hasAttributes() && isAttribute(column))) {
                throw new IllegalArgumentException(
                        "“%s” cannot become %s: choose one of the list.".formatted(header.get(i), column));
            }
            if (!column.isEmpty()
                    && !column.equals(CsvTarget.OWN_ATTRIBUTE)
                    && columns.subList(0, i).contains(column)) {
                throw new IllegalArgumentException("“%s” and “%s” are both mapped to %s: leave one of them out."
                        .formatted(header.get(columns.indexOf(column)), header.get(i), title(kind, column)));
            }
        }
        for (CsvTarget target : kind.targets()) {
            if (target.required() && !columns.contains(target.path())) {
                throw new IllegalArgumentException(
                        "No column is mapped to %s: choose the one that says it.".formatted(target.title()));
            }
        }
        if (kind == CsvKind.EVENTS && type == null && !columns.contains("type")) {
            throw new IllegalArgumentException("Say of which type the events are, or map a column that does.");
        }
        if (currency != null && !currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException(
                    "A currency is a three-letter code such as USD; got “%s”.".formatted(currency));
        }
        return this;
    }

    private static boolean isAttribute(String column) {
        return column.startsWith(CsvTarget.ATTRIBUTE) && column.length() > CsvTarget.ATTRIBUTE.length();
    }

    private static String title(CsvKind kind, String column) {
        return kind.targets().stream()
                .filter(it -> it.path().equals(column))
                .map(it -> "“" + it.title() + "”")
                .findFirst()
                .orElse(column.toLowerCase(Locale.ROOT));
    }
}
