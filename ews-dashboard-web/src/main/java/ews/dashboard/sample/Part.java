package ews.dashboard.sample;

import java.util.OptionalInt;

/** A story with the days on which the customer comes and, perhaps, goes. */
record Part(Story story, int startedAgo, OptionalInt left) {

    static Part of(Story story, int startedAgo) {
        return new Part(story, startedAgo, OptionalInt.empty());
    }

    Part leaving(int ago) {
        return new Part(story, startedAgo, OptionalInt.of(ago));
    }
}
