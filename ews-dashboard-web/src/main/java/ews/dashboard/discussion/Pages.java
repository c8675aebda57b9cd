package ews.dashboard.discussion;

import ews.plays.discussion.Topic;

/** Where what is discussed is shown. */
final class Pages {

    private Pages() {}

    static String of(Topic topic) {
        if (topic.run() != null) {
            return "/runs/" + topic.run();
        }
        return topic.alert() != null ? "/alerts/" + topic.alert() : "/accounts/" + topic.account();
    }
}
