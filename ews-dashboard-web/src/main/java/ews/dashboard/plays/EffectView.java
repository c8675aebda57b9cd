package ews.dashboard.plays;

import ews.dashboard.view.Figures;
import ews.domain.chance.Share;
import ews.plays.effect.Comparison;
import ews.plays.effect.Comparison.Kind;
import ews.plays.effect.Effectiveness;
import ews.plays.effect.Recovery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a play works, as pages show it.
 *
 * @param answer in a sentence or two
 * @param bars how many recovered with the play and without it; none while nobody has had their time
 * @param young what does not count yet; {@code null} if all does
 * @param how the others were found; {@code null} without others
 * @param brief in a few words, for lists; {@code null} if there is nothing to tell
 * @param tag if those with the play did better by more than chance explains; else {@code null}
 */
record EffectView(
        String answer,
        List<Figure> figures,
        List<Bar> bars,
        @Nullable String young,
        @Nullable String how,
        @Nullable String brief,
        @Nullable String tag) {

    record Figure(String label, String value) {}

    /** @param width in percent */
    record Bar(String label, String text, long width) {}

    static EffectView of(Effectiveness effect) {
        Recovery recovery = effect.recovery();
        Comparison comparison = effect.comparison();
        return new EffectView(
                effect.sentence(),
                figures(effect),
                bars(recovery, comparison),
                recovery == null || recovery.tooYoung() == 0 ? null : young(recovery),
                comparison == null ? null : how(comparison.kind()),
                brief(recovery, comparison),
                comparison == null ? null : tag(comparison));
    }

    private static @Nullable String tag(Comparison comparison) {
        if (!comparison.speaksForThePlay()) {
            return null;
        }
        return comparison.kind() == Kind.HELD_OUT ? "Helps" : "Better with it";
    }

    private static List<Figure> figures(Effectiveness effect) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("Runs", Figures.whole(effect.runs())));
        if (effect.completed().whole() > 0) {
            figures.add(new Figure("Ended with an outcome", share(effect.completed())));
        }
        if (effect.firstAction() != null) {
            figures.add(new Figure("First action, median", time(effect.firstAction())));
        }
        Recovery recovery = effect.recovery();
        if (recovery != null && recovery.recovered().whole() > 0) {
            figures.add(new Figure("Recovered", share(recovery.recovered())));
            if (recovery.medianDays() != null) {
                figures.add(
                        new Figure("Time to recovery, median", Figures.count(recovery.medianDays(), "day", "days")));
            }
        }
        return figures;
    }

    private static List<Bar> bars(@Nullable Recovery recovery, @Nullable Comparison comparison) {
        if (comparison != null) {
            return List.of(
                    bar("With the play", comparison.with()),
                    bar(comparison.kind() == Kind.HELD_OUT ? "Held out" : "Like them, without", comparison.without()));
        }
        return recovery == null || recovery.recovered().whole() == 0
                ? List.of()
                : List.of(bar("With the play", recovery.recovered()));
    }

    private static Bar bar(String label, Share share) {
        return new Bar(label, share(share), Math.round(share.value() * 100));
    }

    /** {@code 11 of 17 (65 %)} */
    private static String share(Share share) {
        return "%s of %s (%s)"
                .formatted(
                        Figures.whole(share.part()),
                        Figures.whole(share.whole()),
                        Figures.percent(share.part(), share.whole()));
    }

    private static String young(Recovery recovery) {
        String accounts = Figures.count(
                recovery.tooYoung(),
                "account is not counted yet: its time",
                "accounts are not counted yet: their time");
        return recovery.early() == 0
                ? accounts + " is not over."
                : "%s is not over, and %s recovered already. Counting these at once and the others later would flatter the play."
                        .formatted(accounts, Figures.count(recovery.early(), "has", "have"));
    }

    private static String how(Kind kind) {
        return switch (kind) {
            case HELD_OUT ->
                "Chance decided who was held out. Only accounts that came in by themselves since then are compared.";
            case MATCHED ->
                "Nobody is held out, so each account is compared with the one most like it that did not get the play: "
                        + "the same alert at about the same time, the same segment and health. What else made people choose, "
                        + "it cannot know; a share that is held out could.";
        };
    }

    private static @Nullable String brief(@Nullable Recovery recovery, @Nullable Comparison comparison) {
        if (comparison != null) {
            return "%s recovered; %s, %s"
                    .formatted(
                            share(comparison.with()),
                            comparison.kind() == Kind.HELD_OUT ? "held out" : "like them without it",
                            share(comparison.without()));
        }
        return recovery == null || recovery.recovered().whole() == 0
                ? null
                : share(recovery.recovered()) + " recovered";
    }

    /** {@code 40 min}, {@code 5 h}, {@code 3 d} */
    private static String time(Duration time) {
        if (time.toHours() >= 48) {
            return time.toDays() + " d";
        }
        return time.toHours() > 0 ? time.toHours() + " h" : Math.max(1, time.toMinutes()) + " min";
    }
}
