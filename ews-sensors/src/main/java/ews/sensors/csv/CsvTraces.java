package ews.sensors.csv;

import ews.domain.erasure.TextColumn;
import ews.domain.erasure.Traces;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where people may be named besides the rows of files, which go as a whole. */
@Component
class CsvTraces implements Traces {

    @Override
    public List<TextColumn> texts() {
        return TextColumn.ofAll("csv_import", "file_name", "problem").toList();
    }
}
