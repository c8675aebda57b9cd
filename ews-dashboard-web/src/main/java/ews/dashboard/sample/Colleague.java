package ews.dashboard.sample;

/** A member of the sample company. */
record Colleague(String name, String email) {}
