package ews.plays.review;

import ews.domain.account.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where somebody is in a review. */
public record Progress(List<ReviewedAccount> accounts) {

    public Progress {
        accounts = List.copyOf(accounts);
    }

    /** From 1; 0 if the account is not in the review. */
    public int placeOf(AccountId account) {
        return accounts.stream().map(ReviewedAccount::account).toList().indexOf(account) + 1;
    }

    public Optional<ReviewedAccount> at(AccountId account) {
        return accounts.stream().filter(it -> it.account().equals(account)).findFirst();
    }

    public Optional<AccountId> previous(AccountId account) {
        int place = placeOf(account);
        return place < 2
                ? Optional.empty()
                : Optional.of(accounts.get(place - 2).account());
    }

    public Optional<AccountId> next(AccountId account) {
        int place = placeOf(account);
        return place == 0 || place == accounts.size()
                ? Optional.empty()
                : Optional.of(accounts.get(place).account());
    }

    /** The first one that nobody has looked at. */
    public Optional<AccountId> toDo() {
        return toDo(accounts.stream());
    }

    /** The next one behind an account that nobody has looked at; after the last one it begins again at the first. */
    public Optional<AccountId> toDoAfter(AccountId account) {
        int place = placeOf(account);
        return toDo(
                Stream.concat(accounts.subList(place, accounts.size()).stream(), accounts.subList(0, place).stream()));
    }

    private static Optional<AccountId> toDo(Stream<ReviewedAccount> accounts) {
        return accounts.filter(it -> it.mark() == null)
                .map(ReviewedAccount::account)
                .findFirst();
    }
}
