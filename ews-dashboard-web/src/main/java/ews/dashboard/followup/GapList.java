package ews.dashboard.followup;

import java.util.List;

/**
 * The first of what nobody follows up, of one kind; never empty.
 *
 * @param total how many there are in all
 */
record GapList(String label, long total, List<GapLine> lines) {

    public boolean isCut() {
        return total > lines.size();
    }
}
