package ews.loader;

import java.nio.file.Path;
import java.util.List;

/** Data in files that somebody else published, told as events. */
interface DataSet {

    /** All events, in time, as a live source would have sent them. */
    List<Entry> entries();

    /** @throws IllegalArgumentException if there is no data set of this name */
    static DataSet named(String name, Path folder) {
        return switch (name) {
            case "socialnet7" -> new Socialnet7(folder);
            case "crm5" -> new Crm5(folder);
            case "ravenstack" -> new Ravenstack(folder);
            default ->
                throw new IllegalArgumentException(
                        "There is no data set '" + name + "'; there are socialnet7, crm5 and ravenstack");
        };
    }
}
