package ews.dashboard.shell;

import org.jspecify.annotations.Nullable;

/**
 * Something that the palette found: an account, or a page.
 *
 * @param css the band of an account; {@code null} for a page
 * @param icon the icon of a page; {@code null} for an account
 */
public record Hit(
        String path,
        String name,
        String detail,
        @Nullable String css,
        @Nullable String icon) {}
