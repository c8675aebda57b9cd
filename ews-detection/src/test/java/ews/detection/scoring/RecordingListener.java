package ews.detection.scoring;

import ews.domain.account.AccountId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Remembers what it was told, and fails, or does something else once, on demand. */
public class RecordingListener implements ScoringListener {

    final List<ScoredAccount> told = Collections.synchronizedList(new ArrayList<>());
    final AtomicBoolean failing = new AtomicBoolean();
    final AtomicReference<@Nullable AccountId> failingFor = new AtomicReference<>();

    final AtomicReference<@Nullable Runnable> meanwhile = new AtomicReference<>();

    void clear() {
        told.clear();
        failing.set(false);
        failingFor.set(null);
        meanwhile.set(null);
    }

    ScoredAccount last(AccountId account) {
        return told.stream()
                .filter(it -> it.facts().account().equals(account))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    @Override
    public void scored(List<ScoredAccount> accounts, LocalDate today) {
        AccountId bad = failingFor.get();
        if (failing.get()
                || accounts.stream().anyMatch(it -> it.facts().account().equals(bad))) {
            throw new IllegalStateException("The listener fails, as the test wants");
        }
        told.addAll(accounts);
        Runnable now = meanwhile.getAndSet(null);
        if (now != null) {
            now.run();
        }
    }
}
