package ews.sensors.fact;

import ews.sensors.fact.AccountRef.Known;
import ews.sensors.fact.AccountRef.Teller;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is remembered of an account that grows, or has much. */
final class OpenAccount implements Known {

    private final Map<String, UserRef> users = new HashMap<>();
    private final DaysByNumber firstUses;
    private final DaysByNumber tellers;

    OpenAccount(AccountRef account, Known known) {
        known.users(account).forEach(it -> users.put(it.key, it));
        firstUses = known.firstUses();
        tellers = known.tellers();
    }

    UserRef addUser(AccountRef account, String key) {
        var user = new UserRef(account, key);
        users.put(key, user);
        return user;
    }

    void usedOn(int feature, int day) {
        firstUses.put(feature, Math.min(day, firstUse(feature)));
    }

    void noted(Teller teller, int day) {
        tellers.put(teller.number(), day);
    }

    @Override
    public @Nullable UserRef user(AccountRef account, String key) {
        return users.get(key);
    }

    @Override
    public Collection<UserRef> users(AccountRef account) {
        return users.values();
    }

    @Override
    public DaysByNumber firstUses() {
        return firstUses;
    }

    @Override
    public int firstUse(int feature) {
        return firstUses.get(feature, AccountRef.NEVER);
    }

    @Override
    public DaysByNumber tellers() {
        return tellers;
    }

    @Override
    public int lastNoted(Teller teller) {
        return tellers.get(teller.number(), AccountRef.NOT_YET);
    }

    @Override
    public int weight() {
        return 1 + users.size() + firstUses.size() + tellers.size();
    }
}
