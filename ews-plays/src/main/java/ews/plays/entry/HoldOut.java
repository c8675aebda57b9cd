package ews.plays.entry;

import ews.domain.account.AccountId;
import ews.plays.play.Play;

/** Chooses by chance which accounts a play leaves out, the same ones each time. */
final class HoldOut {

    private HoldOut() {}

    /** Whether this account is among the play's share. */
    static boolean holds(AccountId account, Play play) {
        return percentile(account, play.key()) < play.definition().holdOut();
    }

    /** 0 to 99, spread evenly: the finaliser of MurmurHash3 for 64 bits. */
    private static long percentile(AccountId account, String play) {
        long mixed = account.value() * 0x9E3779B97F4A7C15L + play.hashCode();
        mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return Long.remainderUnsigned(mixed ^ (mixed >>> 33), 100);
    }
}
