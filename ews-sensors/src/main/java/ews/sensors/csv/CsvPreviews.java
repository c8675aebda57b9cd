package ews.sensors.csv;

import ews.domain.time.OrganisationDays;
import ews.sensors.dialect.NativeDialect;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Rejection;
import ews.sensors.source.Sources;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what the first rows of a file would become, without writing anything. */
@Component
public class CsvPreviews {

    /** Rows that are looked at. */
    public static final int LOOKED_AT = 1_000;

    private static final int MOST_SAMPLES = 3;

    private final CsvFiles files;
    private final Sources sources;
    private final NativeDialect dialect;
    private final OrganisationDays days;

    CsvPreviews(CsvFiles files, Sources sources, NativeDialect dialect, OrganisationDays days) {
        this.files = files;
        this.sources = sources;
        this.dialect = dialect;
        this.days = days;
    }

    /**
     * @param rows that were looked at, at most {@link #LOOKED_AT}
     * @param good of these, how many would be taken
     * @param same of the good ones, how many say the same as another
     * @param bad the others, with what is wrong
     * @param samples for each column some texts that stand there
     * @param problem why the file cannot be read on; {@code null} if it can
     */
    public record Preview(
            int rows,
            int good,
            int same,
            List<Bad> bad,
            List<List<String>> samples,
            @Nullable String problem) {}

    /** @param why begins with the line */
    public record Bad(long line, String why, List<String> cells) {}

    /** @throws IllegalArgumentException if the mapping does not fit the file */
    public Preview of(CsvImport it, CsvMapping mapping) {
        mapping.checked(it.kind(), it.format().header());
        var now = days.now().truncatedTo(ChronoUnit.MILLIS);
        var events = new RowEvents(it.kind(), mapping, it.format().header(), days.zone(), now, dialect);
        Looked looked = look(it);
        Batch batch = events.batch(sources.withId(it.source()).orElseThrow(), it.batchId(), looked.rows, now);
        var bad = new ArrayList<Bad>();
        batch.rejections().stream()
                .sorted(Comparator.comparingInt(Rejection::index))
                .forEach(rejection -> bad.add(new Bad(
                        rejection.index(),
                        rejection.detail(),
                        looked.rows.stream()
                                .filter(row -> row.line() == rejection.index())
                                .findFirst()
                                .map(CsvRow::cells)
                                .orElse(List.of()))));
        var known = new HashSet<>();
        long different = batch.events().stream()
                .map(event -> event.event().header())
                .filter(header -> known.add(List.of(header.messageId(), header.time(), header.account())))
                .count();
        int good = batch.events().size();
        return new Preview(looked.rows.size(), good, good - (int) different, bad, samples(it, looked), looked.problem);
    }

    /** Some texts of each column, whatever they are mapped to. */
    public List<List<String>> samples(CsvImport it) {
        return samples(it, look(it));
    }

    private record Looked(List<CsvRow> rows, @Nullable String problem) {}

    private Looked look(CsvImport it) {
        var looked = new ArrayList<CsvRow>();
        try (CsvRows rows = files.rows(it.id(), it.format())) {
            List<CsvRow> next = rows.next(LOOKED_AT);
            while (!next.isEmpty() && looked.size() < LOOKED_AT) {
                looked.addAll(next);
                next = rows.next(LOOKED_AT - looked.size());
            }
            return new Looked(looked, null);
        } catch (BrokenFile e) {
            return new Looked(looked, e.getMessage());
        }
    }

    private static List<List<String>> samples(CsvImport it, Looked looked) {
        var samples = new ArrayList<List<String>>();
        for (int column = 0; column < it.format().header().size(); column++) {
            Set<String> some = new LinkedHashSet<>();
            for (CsvRow row : looked.rows) {
                String text = Cells.text(row.cell(column));
                if (!text.isEmpty() && some.size() < MOST_SAMPLES) {
                    some.add(text);
                }
            }
            samples.add(List.copyOf(some));
        }
        return samples;
    }
}
