package ews.domain.fact;

import java.util.OptionalInt;

/** Knows the number under which a feature's days are stored. */
public interface FeatureNames {

    /** Empty where no event ever named the feature. */
    OptionalInt idOf(String name);

    String nameOf(int id);
}
