package ews.dashboard.setup.rule;

import ews.dashboard.view.When;
import ews.detection.rule.RuleVersion;

/** A version of a rule in the list of them. */
record VersionRow(int version, boolean live, String sentence, String reason, String author, String when) {

    static VersionRow of(RuleVersion version, int live, String sentence, When when) {
        return new VersionRow(
                version.version(),
                version.version() == live,
                sentence,
                version.reason(),
                version.author(),
                when.moment(version.publishedAt()));
    }
}
