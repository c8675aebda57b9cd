package ews.sensors.fact;

import ews.sensors.fact.AccountRef.Known;
import ews.sensors.fact.AccountRef.Teller;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nothing is remembered of an account. */
enum UnknownAccount implements Known {
    UNKNOWN;

    @Override
    public @Nullable UserRef user(AccountRef account, String key) {
        return null;
    }

    @Override
    public Collection<UserRef> users(AccountRef account) {
        return List.of();
    }

    @Override
    public DaysByNumber firstUses() {
        return new DaysByNumber();
    }

    @Override
    public int firstUse(int feature) {
        return AccountRef.NEVER;
    }

    @Override
    public DaysByNumber tellers() {
        return new DaysByNumber();
    }

    @Override
    public int lastNoted(Teller teller) {
        return AccountRef.NOT_YET;
    }

    @Override
    public int weight() {
        return 1;
    }
}
