package ews.dashboard.setup.imports;

import ews.sensors.csv.CsvImport;
import ews.sensors.csv.CsvTarget;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of a file, and what it may become.
 *
 * @param samples some texts that stand there
 * @param choices what it may become, by their titles
 */
record MappedColumn(String name, List<String> samples, String chosen, List<Choice> choices) {

    /** @param path as a {@link CsvTarget} has it */
    record Choice(String path, String title) {}

    static List<MappedColumn> of(CsvImport it, List<List<String>> samples) {
        var columns = new ArrayList<MappedColumn>();
        for (int i = 0; i < it.format().header().size(); i++) {
            String name = it.format().header().get(i);
            columns.add(new MappedColumn(
                    name, samples.get(i), it.mapping().columns().get(i), choices(it, name)));
        }
        return columns;
    }

    private static List<Choice> choices(CsvImport it, String column) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(CsvTarget.NOTHING, "Leave it out"));
        for (CsvTarget target : it.kind().targets()) {
            choices.add(new Choice(target.path(), target.title() + (target.required() ? ", required" : "")));
        }
        if (it.kind().hasAttributes()) {
            choices.add(new Choice(CsvTarget.OWN_ATTRIBUTE, "Attribute “%s”".formatted(column)));
        }
        return choices;
    }
}
