package ews.dashboard.health;

import ews.dashboard.health.HealthReports.Share;
import ews.dashboard.view.Delta;
import ews.dashboard.view.Figures;
import ews.dashboard.view.When;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Question 2: whether more accounts cancel than before, the last three months against the three before. */
record Cancellations(List<Month> months, String recent, String before, Delta change) {

    private static final int COMPARED = 3;

    /** @param width of its bar, 100 in the month with most */
    record Month(
            String month,
            long accounts,
            String arr,
            double width,
            @Nullable String href) {}

    static Cancellations of(Numbers numbers) {
        List<Share> shares = List.copyOf(numbers.cancellations().values());
        long most = shares.stream().mapToLong(Share::accounts).max().orElse(0);
        var months = new ArrayList<Month>();
        numbers.cancellations()
                .forEach((month, share) -> months.add(new Month(
                        When.month(month),
                        share.accounts(),
                        share.arr().all(),
                        Numbers.percent(share.accounts(), most),
                        numbers.accountsWith("cancelled", month.toString()))));
        int now = shares.size() - COMPARED;
        Share recent = Share.sum(shares.subList(now, shares.size()));
        Share before = Share.sum(shares.subList(now - COMPARED, now));
        return new Cancellations(
                months, told(recent), told(before), Delta.ofCount(recent.accounts() - before.accounts(), true));
    }

    private static String told(Share share) {
        return Figures.count(share.accounts(), "account", "accounts")
                + (share.arr().currency().isEmpty() ? "" : ", " + share.arr().all() + " ARR");
    }
}
