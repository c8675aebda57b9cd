package ews.dashboard.api;

import ews.sensors.csv.CsvMapping;
import ews.sensors.csv.CsvMapping.Dates;
import ews.sensors.csv.CsvMapping.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads how the columns of a file are mapped; what is left out stays as it was guessed. */
final class MappingBody {

    private MappingBody() {}

    static CsvMapping read(Body body, CsvMapping guessed) {
        return new CsvMapping(
                columns(body.node().path("columns"), guessed),
                body.optionalText("dates")
                        .map(it -> one("dates", it, Dates.values()))
                        .orElse(guessed.dates()),
                body.optionalText("decimals")
                        .map(it -> one("decimals", it, Decimals.values()))
                        .orElse(guessed.decimals()),
                body.optionalText("type").orElse(guessed.type()),
                body.optionalText("currency").orElse(guessed.currency()));
    }

    private static List<String> columns(JsonNode columns, CsvMapping guessed) {
        if (columns.isMissingNode()) {
            return guessed.columns();
        }
        var read = new ArrayList<String>();
        for (JsonNode it : columns) {
            if (!it.isString()) {
                throw Problem.badRequest("columns: must be texts, one for each column; \"\" leaves one out.");
            }
            read.add(it.asString());
        }
        return read;
    }

    private static <E extends Enum<E>> E one(String field, String said, E[] values) {
        return Stream.of(values)
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(said))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("%s: must be one of %s; got \"%s\"."
                        .formatted(
                                field,
                                Stream.of(values)
                                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")),
                                said)));
    }
}
