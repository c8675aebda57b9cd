package ews.plays.review;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import java.util.List;

/**
 * What a member sets out to look at.
 *
 * @param list the key of the watch list
 * @param whose whose accounts of it: {@code all}, {@code none}, or the id of a member
 * @param accounts what is on it now, in the order in which they are looked at
 */
public record NewReview(MemberId member, String list, String listName, String whose, List<AccountId> accounts) {

    public NewReview {
        accounts = List.copyOf(accounts);
    }
}
