package ews.dashboard.sample;

/** A customer success manager of the sample company. */
record Csm(String name, String email) {}
