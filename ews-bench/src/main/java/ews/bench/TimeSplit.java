package ews.bench;

import java.time.LocalDate;
import java.util.List;

/** Occasions decided up to a day, and later ones that were looked at after it: half of those who leave are in each. */
record TimeSplit(LocalDate day, List<Occasion> all, List<Occasion> earlier, List<Occasion> later) {

    static TimeSplit of(List<Occasion> all) {
        List<LocalDate> left = all.stream()
                .filter(Occasion::leaves)
                .map(Occasion::due)
                .sorted()
                .toList();
        LocalDate day = left.get(left.size() / 2);
        return new TimeSplit(
                day,
                all,
                all.stream().filter(it -> !it.due().isAfter(day)).toList(),
                all.stream().filter(it -> it.day().isAfter(day)).toList());
    }

    String describe() {
        return "all: %s; learned from until %s: %s; judged by later: %s"
                .formatted(count(all), day, count(earlier), count(later));
    }

    private static String count(List<Occasion> occasions) {
        return "%,d occasions of %,d accounts, %,d leave"
                .formatted(
                        occasions.size(),
                        occasions.stream()
                                .map(it -> it.facts().account())
                                .distinct()
                                .count(),
                        occasions.stream().filter(Occasion::leaves).count());
    }
}
