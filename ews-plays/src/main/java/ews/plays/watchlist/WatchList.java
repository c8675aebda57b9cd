package ews.plays.watchlist;

/**
 * A named list of accounts that people keep an eye on.
 *
 * @param accounts how many are on it
 */
public record WatchList(String key, String name, int accounts) {}
