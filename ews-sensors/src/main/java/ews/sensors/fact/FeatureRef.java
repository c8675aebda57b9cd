package ews.sensors.fact;

/** What this instance remembers of a feature. */
final class FeatureRef {

    final String name;
    /** 0 until the database has given it one. */
    int id;

    FeatureRef(String name) {
        this.name = name;
    }
}
