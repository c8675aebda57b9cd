package ews.detection.alert;

import ews.domain.alert.AlertId;

/**
 * What it takes to undo the last thing that somebody did with an alert.
 *
 * @param revision of the alert afterwards: if it is another one by now, something has happened since
 */
public record Undo(AlertId alert, int revision) {

    /** As in a form. */
    @Override
    public String toString() {
        return alert + "." + revision;
    }

    /** @throws IllegalArgumentException if the text is none that this record writes */
    public static Undo of(String text) {
        if (!text.matches("\\d{1,18}\\.\\d{1,9}")) {
            throw new IllegalArgumentException("There is nothing to undo.");
        }
        int dot = text.indexOf('.');
        return new Undo(new AlertId(Long.parseLong(text.substring(0, dot))), Integer.parseInt(text.substring(dot + 1)));
    }
}
