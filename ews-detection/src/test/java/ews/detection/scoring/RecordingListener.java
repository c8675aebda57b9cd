package ews.detection.scoring;

import ews.domain.account.AccountId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Remembers what it was told, and fails on demand. */
class RecordingListener implements ScoringListener {

    final List<ScoredAccount> told = Collections.synchronizedList(new ArrayList<>());
    final AtomicBoolean failing = new AtomicBoolean();

    void clear() {
        told.clear();
        failing.set(false);
    }

    ScoredAccount last(AccountId account) {
        return told.stream()
                .filter(it -> it.facts().account().equals(account))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    @Override
    public void scored(List<ScoredAccount> accounts, LocalDate today) {
        if (failing.get()) {
            throw new IllegalStateException("The listener fails, as the test wants");
        }
        told.addAll(accounts);
    }
}
