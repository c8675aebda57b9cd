package ews.dashboard.api;

import ews.sensors.csv.CsvImport;
import ews.sensors.csv.CsvMapping;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An import as the API shows it: rows = accepted + duplicates + rejected.
 *
 * @param percent of the file, or of the accounts from which it is being taken back
 * @param problem why it stopped by itself
 * @param header the names of the columns, in the order in which the mapping has them
 */
record ImportView(
        long id,
        String kind,
        String file,
        String state,
        int percent,
        @Nullable String problem,
        long rows,
        long accepted,
        long duplicates,
        long rejected,
        List<String> header,
        MappingView mapping,
        String author,
        Instant uploadedAt) {

    record MappingView(
            List<String> columns,
            String dates,
            String decimals,
            @Nullable String type,
            @Nullable String currency) {

        static MappingView of(CsvMapping it) {
            return new MappingView(
                    it.columns(),
                    it.dates().name().toLowerCase(Locale.ROOT),
                    it.decimals().name().toLowerCase(Locale.ROOT),
                    it.type(),
                    it.currency());
        }
    }

    static ImportView of(CsvImport it) {
        return new ImportView(
                it.id(),
                it.kind().code(),
                it.fileName(),
                it.state().code(),
                it.percent(),
                it.problem(),
                it.progress().rows(),
                it.progress().accepted(),
                it.progress().duplicates(),
                it.progress().rejected(),
                it.format().header(),
                MappingView.of(it.mapping()),
                it.author(),
                it.uploaded());
    }
}
