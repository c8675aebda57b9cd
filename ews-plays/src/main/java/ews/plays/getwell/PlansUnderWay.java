package ews.plays.getwell;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes sure that what has ended does not change. */
@Repository
class PlansUnderWay {

    private final JdbcClient jdbc;

    PlansUnderWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps the plan as it is until this transaction is over, for changes of its objectives and steps.
     *
     * @return the account that it is about
     * @throws NoSuchElementException if there is no such plan
     * @throws TransitionRefused if it has ended
     */
    AccountId hold(PlanId plan) {
        record Held(AccountId account, PlanStatus status) {}
        Held held = jdbc.sql("select account_id, status from get_well_plan where id = :id for no key update")
                .param("id", plan.value())
                .query((row, _) ->
                        new Held(new AccountId(row.getLong("account_id")), PlanStatus.of(row.getString("status"))))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("There is no get-well plan " + plan));
        if (held.status.isEnded()) {
            throw refused(held.status);
        }
        return held.account;
    }

    static TransitionRefused refused(PlanStatus status) {
        return new TransitionRefused("The plan does not change any more: it is %s."
                .formatted(status.label().toLowerCase(Locale.ROOT)));
    }
}
