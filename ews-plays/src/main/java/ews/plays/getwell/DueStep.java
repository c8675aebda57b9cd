package ews.plays.getwell;

import ews.domain.account.AccountId;
import java.time.LocalDate;

/** An open step of an agreed plan that somebody of us has to do. */
public record DueStep(long id, AccountId account, String accountName, PlanId plan, String title, LocalDate due) {}
