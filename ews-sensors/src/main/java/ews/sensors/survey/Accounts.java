package ews.sensors.survey;

import ews.sensors.vendor.Payload;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where people say which account it is, in fields that they add themselves. */
final class Accounts {

    private Accounts() {}

    /** @param parent the pointer to these fields, with a slash at its end */
    static @Nullable String in(Payload said, String parent) {
        return said.text(Stream.of("account", "account_id", "accountId", "account_key")
                .map(it -> parent + it)
                .toArray(String[]::new));
    }
}
