package ews.dashboard.sample;

/** Nothing special happens: they use what they pay for, and say so. */
record Steady() implements Story {}
