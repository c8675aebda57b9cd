package ews.dashboard.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator what is wrong, instead of showing them a stack trace. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DatabaseFailure cause) {
        return new FailureAnalysis(cause.description(), cause.action(), failure);
    }
}
