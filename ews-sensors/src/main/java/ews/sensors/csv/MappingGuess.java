package ews.sensors.csv;

import ews.sensors.csv.CsvMapping.Dates;
import ews.sensors.csv.CsvMapping.Decimals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Guesses what the columns of a file mean, by their names and by what stands in its first rows. */
final class MappingGuess {

    private static final Pattern NO_YEAR_FIRST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.]\\d{4}.*");
    private static final Pattern COMMA_DECIMALS =
            Pattern.compile("[^\\d]*\\d{1,3}(\\.\\d{3})+,\\d+[^\\d]*|\\D*\\d+,(\\d{1,2}|\\d{4,})\\D*");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final String MOST_EVENTS = "usage";

    private final CsvKind kind;
    private final List<String> header;
    private final List<CsvRow> rows;

    MappingGuess(CsvKind kind, List<String> header, List<CsvRow> rows) {
        this.kind = kind;
        this.header = header;
        this.rows = rows;
    }

    CsvMapping guess() {
        List<String> columns = columns();
        return new CsvMapping(
                columns,
                dates(),
                decimals(columns),
                kind == CsvKind.EVENTS && !columns.contains("type") ? MOST_EVENTS : null,
                null);
    }

    /** Each meaning goes to the column whose name comes first among those it is known by. */
    private List<String> columns() {
        var columns = new ArrayList<String>();
        header.forEach(_ -> columns.add(CsvTarget.NOTHING));
        for (CsvTarget target : kind.targets()) {
            target.alsoCalled().stream()
                    .mapToInt(name -> firstFree(columns, name))
                    .filter(it -> it >= 0)
                    .findFirst()
                    .ifPresent(it -> columns.set(it, target.path()));
        }
        if (kind == CsvKind.USERS && !columns.contains("user")) {
            emails(columns).findFirst().ifPresent(it -> columns.set(it, "user"));
        }
        if (kind.hasAttributes()) {
            Set<String> taken = new HashSet<>(columns);
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).isEmpty() && isWorthKeeping(i) && taken.add(header.get(i))) {
                    columns.set(i, CsvTarget.OWN_ATTRIBUTE);
                }
            }
        }
        return columns;
    }

    private boolean isWorthKeeping(int column) {
        return !header.get(column).equals(RejectedRows.WHY)
                && samples(column).findAny().isPresent();
    }

    private int firstFree(List<String> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isEmpty() && plain(header.get(i)).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Columns in which nothing but addresses stand. */
    private Stream<Integer> emails(List<String> columns) {
        return IntStream.range(0, columns.size())
                .boxed()
                .filter(it -> samples(it).findAny().isPresent()
                        && samples(it).allMatch(cell -> EMAIL.matcher(cell).matches()));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** In all columns, since somebody may map more of them. */
    private Dates dates() {
        int dayFirst = 0;
        int monthFirst = 0;
        boolean any = false;
        for (String cell :
                IntStream.range(0, header.size()).boxed().flatMap(this::samples).toList()) {
            Matcher matcher = NO_YEAR_FIRST.matcher(cell);
            if (matcher.matches()) {
                any = true;
                dayFirst += Integer.parseInt(matcher.group(1)) > 12 || cell.indexOf('.') > 0 ? 1 : 0;
                monthFirst += Integer.parseInt(matcher.group(2)) > 12 ? 1 : 0;
            }
        }
        if (!any) {
            return Dates.YEAR_FIRST;
        }
        return monthFirst > dayFirst ? Dates.MONTH_FIRST : Dates.DAY_FIRST;
    }

    private Decimals decimals(List<String> columns) {
        return samplesOf(columns, CellForm.NUMBER).stream()
                        .anyMatch(it -> COMMA_DECIMALS.matcher(it).matches())
                ? Decimals.COMMA
                : Decimals.POINT;
    }

    private List<String> samplesOf(List<String> columns, CellForm form) {
        return IntStream.range(0, columns.size())
                .filter(column -> kind.targets().stream()
                        .anyMatch(it -> it.path().equals(columns.get(column)) && it.form() == form))
                .boxed()
                .flatMap(this::samples)
                .toList();
    }

    private Stream<String> samples(int column) {
        return rows.stream().map(it -> Cells.text(it.cell(column))).filter(it -> !it.isEmpty());
    }
}
