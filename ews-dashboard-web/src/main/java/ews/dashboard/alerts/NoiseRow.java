package ews.dashboard.alerts;

import ews.dashboard.view.Figures;
import ews.detection.alert.Calming;
import ews.detection.alert.RuleRecord;
import ews.domain.chance.Share;
import java.util.List;

/**
 * How a rule has done, in words.
 *
 * @param falseAlarms the share of false alarms; a dash where nothing has ended
 * @param range how far that can be told from chance; empty where nothing has ended
 */
record NoiseRow(
        String key,
        String name,
        String condition,
        boolean enabled,
        String raised,
        String open,
        String endings,
        String falseAlarms,
        String range,
        List<Calming> calming) {

    static NoiseRow of(RuleRecord record) {
        Share share = record.falseAlarms();
        boolean known = share.whole() > 0;
        return new NoiseRow(
                record.rule().key(),
                record.rule().name(),
                record.rule().kind().text(),
                record.rule().enabled(),
                Figures.whole(record.raised()),
                Figures.whole(record.open()),
                record.endings().count() == 0
                        ? "none has ended"
                        : record.endings().text(),
                known ? Figures.percent(share.part(), share.whole()) : "–",
                known ? "%d to %d %%".formatted(Math.round(100 * share.low()), Math.round(100 * share.high())) : "",
                record.calming());
    }
}
