package ews.dashboard.sample;

import static ews.dashboard.sample.Cohort.ENTERPRISE;
import static ews.dashboard.sample.Cohort.ESTABLISHED;
import static ews.dashboard.sample.Cohort.FREE_TRIAL;
import static ews.dashboard.sample.Cohort.ONBOARDING;
import static ews.dashboard.sample.Cohort.SMB;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Which stories are told how often: out of 300 customers, one line a cohort and story. */
record Casting(Cohort cohort, int count, Function<Dice, Part> part) {

    private static final int OF = 300;
    private static final int TRIAL_DAYS = 30;
    /** Some stories have just begun, so that there is something to find. */
    private static final double LATELY = 0.4;

    private static final List<Casting> ALL = List.of(
            new Casting(FREE_TRIAL, 19, Casting::trialConverting),
            new Casting(FREE_TRIAL, 8, Casting::trialDying),
            new Casting(FREE_TRIAL, 3, dice -> Part.of(new JustSigned(), dice.between(1, 4))),
            new Casting(ONBOARDING, 31, Casting::onboardingWell),
            new Casting(ONBOARDING, 8, Casting::onboardingStuck),
            new Casting(ONBOARDING, 3, dice -> Part.of(new JustSigned(), dice.between(2, 6))),
            new Casting(ESTABLISHED, 30, dice -> old(new Steady(), dice)),
            new Casting(ESTABLISHED, 7, dice -> old(decline(dice), dice)),
            new Casting(ESTABLISHED, 2, dice -> old(new SuddenSilence(dice.between(27, 60)), dice)),
            new Casting(ESTABLISHED, 5, dice -> old(new ChampionLeft(dice.between(20, 80)), dice)),
            new Casting(ESTABLISHED, 7, dice -> old(growth(dice), dice)),
            new Casting(ESTABLISHED, 8, dice -> old(newFeature(dice), dice)),
            new Casting(ESTABLISHED, 6, dice -> old(new LowReporting(dice.between(60, 150)), dice)),
            new Casting(ESTABLISHED, 5, dice -> old(new OverdueInvoices(dice.between(95, 130)), dice)),
            new Casting(ESTABLISHED, 4, dice -> old(new Seasonal(dice.between(0, 364)), dice)),
            new Casting(ESTABLISHED, 4, dice -> old(cameBack(dice), dice)),
            new Casting(SMB, 36, dice -> old(new Steady(), dice)),
            new Casting(SMB, 6, dice -> old(decline(dice), dice)),
            new Casting(SMB, 4, dice -> old(new SuddenSilence(dice.between(27, 60)), dice)),
            new Casting(SMB, 3, dice -> old(new ChampionLeft(dice.between(20, 80)), dice)),
            new Casting(SMB, 5, dice -> old(growth(dice), dice)),
            new Casting(SMB, 6, dice -> old(newFeature(dice), dice)),
            new Casting(SMB, 4, dice -> old(new LowReporting(dice.between(60, 150)), dice)),
            new Casting(SMB, 5, dice -> old(new OverdueInvoices(dice.between(50, 95)), dice)),
            new Casting(SMB, 3, dice -> old(new Seasonal(dice.between(0, 364)), dice)),
            new Casting(SMB, 3, dice -> old(cameBack(dice), dice)),
            new Casting(ENTERPRISE, 17, dice -> old(new Steady(), dice)),
            new Casting(ENTERPRISE, 4, dice -> old(decline(dice), dice)),
            new Casting(ENTERPRISE, 3, dice -> old(new RecoveredByPlay(dice.between(45, 49)), dice)),
            new Casting(ENTERPRISE, 1, dice -> old(new SuddenSilence(dice.between(26, 40)), dice)),
            new Casting(ENTERPRISE, 3, dice -> old(new ChampionLeft(dice.between(15, 60)), dice)),
            new Casting(ENTERPRISE, 7, dice -> old(growth(dice), dice)),
            new Casting(ENTERPRISE, 5, dice -> old(newFeature(dice), dice)),
            new Casting(ENTERPRISE, 3, dice -> old(new LowReporting(dice.between(60, 150)), dice)),
            new Casting(ENTERPRISE, 2, dice -> old(new OverdueInvoices(dice.between(95, 130)), dice)),
            new Casting(SMB, 16, Casting::left),
            new Casting(ESTABLISHED, 10, Casting::left),
            new Casting(ENTERPRISE, 4, Casting::left));

    /** As many castings as customers, in the proportions of the list. */
    static List<Casting> of(int customers) {
        var castings = new ArrayList<Casting>(customers);
        int soFar = 0;
        for (Casting casting : ALL) {
            soFar += casting.count;
            while (castings.size() < Math.round((double) soFar * customers / OF)) {
                castings.add(casting);
            }
        }
        return castings;
    }

    private static Part old(Story story, Dice dice) {
        return Part.of(story, dice.between(200, 1500));
    }

    private static Part trialConverting(Dice dice) {
        int ago = dice.between(9, TRIAL_DAYS - 2);
        return Part.of(new TrialConverting(ago), ago);
    }

    private static Part trialDying(Dice dice) {
        int ago = dice.between(14, TRIAL_DAYS - 2);
        return Part.of(new TrialDying(ago), ago).leaving(ago - TRIAL_DAYS);
    }

    private static Part onboardingWell(Dice dice) {
        int ago = dice.between(18, 85);
        return Part.of(new OnboardingWell(ago), ago);
    }

    private static Part onboardingStuck(Dice dice) {
        int ago = dice.between(35, 80);
        return Part.of(new OnboardingStuck(ago), ago);
    }

    private static Story decline(Dice dice) {
        int over = dice.between(60, 110);
        return new SlowDecline((int) (over * dice.between(0.65, 1.05)), over, dice.between(0.05, 0.3));
    }

    private static Story growth(Dice dice) {
        double times = dice.between(1.5, 2.0);
        return dice.chance(LATELY)
                ? new SeatGrowth(dice.between(5, 7), 4, times)
                : new SeatGrowth(dice.between(20, 120), dice.between(8, 30), times);
    }

    private static Story newFeature(Dice dice) {
        return new NewFeature(dice.chance(LATELY) ? dice.between(4, 6) : dice.between(20, 150));
    }

    private static Story cameBack(Dice dice) {
        int turned = dice.between(50, 120);
        return new CameBack(turned + dice.between(55, 75), turned);
    }

    /** They leave at the end of a contract, on any day of the year. */
    private static Part left(Dice dice) {
        int ago = dice.between(3, 360);
        Story why = switch (dice.between(0, 4)) {
            case 0 -> new SuddenSilence(ago + dice.between(15, 45));
            case 1 -> new ChampionLeft(ago + dice.between(50, 110));
            case 2 -> new OverdueInvoices(ago + dice.between(70, 110));
            default -> new SlowDecline(ago + dice.between(90, 140), 85, dice.between(0.1, 0.3));
        };
        return Part.of(why, ago + (dice.chance(0.6) ? 365 : 730)).leaving(ago);
    }
}
