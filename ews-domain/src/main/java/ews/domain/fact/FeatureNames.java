package ews.domain.fact;

/** Knows the names of the features, whose days are stored under a number. */
public interface FeatureNames {

    /** @throws IllegalArgumentException if there is no such feature */
    String nameOf(int id);
}
