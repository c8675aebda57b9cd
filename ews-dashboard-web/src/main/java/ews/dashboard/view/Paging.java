package ews.dashboard.view;

import org.jspecify.annotations.Nullable;

/**
 * Where a page is among its neighbours.
 *
 * @param previous its address, {@code null} on the first page
 */
public record Paging(
        int page,
        int pages,
        @Nullable String previous,
        @Nullable String next) {

    /** @param here the address of this page; its parameter {@code page} names the neighbours */
    public static Paging of(int page, long total, int size, Address here) {
        int pages = (int) Math.max(1, (total + size - 1) / size);
        return new Paging(
                page,
                pages,
                page > 1
                        ? here.with("page", page == 2 ? null : Integer.toString(page - 1))
                                .toString()
                        : null,
                page < pages ? here.with("page", Integer.toString(page + 1)).toString() : null);
    }

    /** The number of a page from an address: 1 where it says none, or nonsense. */
    public static int number(@Nullable String text) {
        return text != null && text.matches("[1-9]\\d{0,6}") ? Integer.parseInt(text) : 1;
    }
}
