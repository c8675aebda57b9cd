package ews.loader;

import java.util.Map;

/** One event to be posted. It is written late, so that millions of them fit into memory to be sorted. */
interface Entry {

    /** Sorts the entries: seconds since 1970; what has no readable time comes first. */
    long at();

    /** The event as the API wants it. */
    Map<String, Object> json();
}
