package ews.sensors.csv;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the cells of a column become.
 *
 * @param path a field of the event, or {@code attributes.} and the name of an attribute
 * @param title for people
 * @param required whether a row without it is rejected whatever else it says
 * @param alsoCalled how columns of this meaning are called, in small letters and digits only
 */
public record CsvTarget(String path, String title, CellForm form, boolean required, List<String> alsoCalled) {

    /** Before the name of an attribute. */
    public static final String ATTRIBUTE = "attributes.";

    /** The attribute that is called as the column is. */
    public static final String OWN_ATTRIBUTE = ATTRIBUTE + "*";

    /** Of a column that is left out. */
    public static final String NOTHING = "";

    /** The same, for columns that are called so as well. */
    CsvTarget called(String... names) {
        return new CsvTarget(
                path,
                title,
                form,
                required,
                Stream.concat(alsoCalled.stream(), Stream.of(names)).distinct().toList());
    }
}
