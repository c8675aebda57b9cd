package ews.domain.fact;

/** Knows the names of the features, whose days are stored under a number. */
public interface FeatureNames {

    /** Ends what is meant to be only the beginning of names. */
    String REST = "*";

    /** @throws IllegalArgumentException if there is no such feature */
    String nameOf(int id);

    /**
     * Whether somebody who writes of a feature means this one.
     *
     * @param written a name, or with a star at its end how names begin: {@code report*}
     */
    static boolean isMeant(String written, String name) {
        return written.endsWith(REST) ? name.startsWith(beginning(written)) : name.equals(written);
    }

    /** As people read it: {@code report…} for {@code report*}. */
    static String inWords(String written) {
        return written.endsWith(REST) ? beginning(written) + "…" : written;
    }

    /** How the names begin that are meant; a name itself without a star. */
    static String beginning(String written) {
        return written.endsWith(REST) ? written.substring(0, written.length() - REST.length()) : written;
    }
}
