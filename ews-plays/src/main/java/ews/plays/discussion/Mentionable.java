package ews.plays.discussion;

import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.member.Member;
import ews.domain.member.Members;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who can be mentioned: active members, those of the sample company only on its accounts. */
@Component
public class Mentionable {

    private final Members members;
    private final Accounts accounts;

    Mentionable(Members members, Accounts accounts) {
        this.members = members;
        this.accounts = accounts;
    }

    /** By name. */
    public List<Member> on(AccountId account) {
        boolean sample = accounts.withId(account).map(Account::sample).orElse(false);
        return members.all().stream()
                .filter(member -> member.active() && (sample || !member.sample()))
                .toList();
    }
}
