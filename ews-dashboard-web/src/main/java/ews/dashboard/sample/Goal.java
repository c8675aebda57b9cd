package ews.dashboard.sample;

/** A business goal that a customer bought the product for. */
record Goal(String name, int target) {}
