package ews.domain.erasure;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A column of text that people or systems write.
 *
 * @param json whether it is JSON
 * @param ofAccounts whether its table says of which account a row is, so that no others need to be looked at
 */
public record TextColumn(String table, String column, boolean json, boolean ofAccounts) {

    /** Columns of a table of which each row is of one account; {@code :json} behind a name says that it is JSON. */
    public static Stream<TextColumn> ofAccounts(String table, String... columns) {
        return of(table, true, columns);
    }

    /** Columns of a table whose rows are of no account, or of an account and something else. */
    public static Stream<TextColumn> ofAll(String table, String... columns) {
        return of(table, false, columns);
    }

    private static Stream<TextColumn> of(String table, boolean ofAccounts, String... columns) {
        return Arrays.stream(columns)
                .map(it -> new TextColumn(table, it.replace(":json", ""), it.endsWith(":json"), ofAccounts));
    }
}
