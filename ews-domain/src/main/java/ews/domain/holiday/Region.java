package ews.domain.holiday;

/**
 * A country, or a part of it that has holidays of its own.
 *
 * @param code of the country and its parts, in lower case: {@code de}, {@code de-by}, {@code de-by-ag}
 * @param name in full: {@code Germany, Bavaria}
 */
public record Region(String code, String name) {

    /** The code of its country. */
    public String country() {
        return code.split("-", 2)[0];
    }
}
