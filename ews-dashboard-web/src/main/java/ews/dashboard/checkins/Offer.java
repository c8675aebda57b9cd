package ews.dashboard.checkins;

import org.jspecify.annotations.Nullable;

/**
 * What to talk about with a customer who is doing well.
 *
 * @param title what to offer
 * @param why the facts behind it
 * @param href the page about it; {@code null} if there is none
 */
record Offer(
        String icon, String title, String why, @Nullable String href) {

    Offer(String icon, String title, String why) {
        this(icon, title, why, null);
    }
}
