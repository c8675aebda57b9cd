package ews.dashboard.sample;

import java.util.Locale;

/** What the sample company's product can do; {@code share} is how often it is used, against the others. */
enum Feature {
    PROJECT_OPENED(30),
    TASK_COMPLETED(26),
    COMMENT_POSTED(16),
    FILE_SHARED(8),
    INTEGRATION_SYNCED(5),
    REPORT_VIEWED(9),
    REPORT_EXPORTED(6),
    FORECAST_VIEWED(40);

    private final int share;

    Feature(int share) {
        this.share = share;
    }

    /** The name on the wire: {@code report.exported}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    int quantity(Dice dice) {
        return this == FILE_SHARED ? 1 + dice.streak(0.5, 20) : 1;
    }

    static Feature any(Dice dice, Story story, Person person, int ago) {
        double all = 0;
        for (Feature feature : values()) {
            all += feature.weight(story, person, ago);
        }
        double rest = dice.between(0, all);
        for (Feature feature : values()) {
            rest -= feature.weight(story, person, ago);
            if (rest < 0) {
                return feature;
            }
        }
        return PROJECT_OPENED;
    }

    private double weight(Story story, Person person, int ago) {
        return switch (this) {
            case REPORT_VIEWED, REPORT_EXPORTED -> share * story.reporting(ago);
            case FORECAST_VIEWED -> person.loyalty() < story.forecasts(ago) ? share : 0;
            case PROJECT_OPENED, TASK_COMPLETED, COMMENT_POSTED, FILE_SHARED, INTEGRATION_SYNCED -> share;
        };
    }
}
