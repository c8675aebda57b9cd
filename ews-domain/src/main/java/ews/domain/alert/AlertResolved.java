package ews.domain.alert;

import ews.domain.account.AccountId;

/** The condition behind an alert was gone for the rule's hold time. */
public record AlertResolved(AlertId alert, AccountId account, String rule) {}
