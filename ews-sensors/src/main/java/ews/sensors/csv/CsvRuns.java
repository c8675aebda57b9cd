package ews.sensors.csv;

import ews.domain.time.OrganisationDays;
import ews.sensors.csv.CsvImport.Progress;
import ews.sensors.csv.CsvImport.State;
import ews.sensors.csv.CsvImport.Undo;
import ews.sensors.dialect.NativeDialect;
import ews.sensors.fact.ImportedAccounts;
import ews.sensors.fact.TakenBack;
import ews.sensors.fact.TakenBack.Concerned;
import ews.sensors.fact.TakenBack.Stretch;
import ews.sensors.intake.EventIntake;
import ews.sensors.intake.IntakeUnavailable;
import ews.sensors.intake.Receipt;
import ews.sensors.reject.Rejects;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Works at imports, one after the other. How far it came is saved after each batch; a batch that was sent when somebody
 * pulled the plug is sent again, and its rows are then known.
 */
@Component
public class CsvRuns {

    private static final Logger log = LoggerFactory.getLogger(CsvRuns.class);

    /** In rows. */
    private static final int BATCH = 2_000;

    /** In accounts: the intake waits while their facts are made again. */
    private static final int PORTION = 100;

    /** Of one go: so many are no exceptions, but a mapping that is wrong. */
    static final int MOST_REJECTED = 10_000;

    private final CsvImports imports;
    private final CsvFiles files;
    private final CsvStretches stretches;
    private final Sources sources;
    private final NativeDialect dialect;
    private final EventIntake intake;
    private final Rejects rejects;
    private final TakenBack takenBack;
    private final ImportedAccounts importedAccounts;
    private final OrganisationDays days;

    /** @param intake that which knows no limits: the file is here already */
    CsvRuns(
            CsvImports imports,
            CsvFiles files,
            CsvStretches stretches,
            Sources sources,
            NativeDialect dialect,
            @Qualifier("directIntake") EventIntake intake,
            Rejects rejects,
            TakenBack takenBack,
            ImportedAccounts importedAccounts,
            OrganisationDays days) {
        this.imports = imports;
        this.files = files;
        this.stretches = stretches;
        this.sources = sources;
        this.dialect = dialect;
        this.intake = intake;
        this.rejects = rejects;
        this.takenBack = takenBack;
        this.importedAccounts = importedAccounts;
        this.days = days;
    }

    /**
     * Until nothing is left to do. To be called by one instance at a time.
     *
     * @throws IntakeUnavailable or a DataAccessException if the database does not answer; goes on when it is called again
     */
    public void work() {
        for (var next = imports.atWork(); next.isPresent(); next = imports.atWork()) {
            CsvImport it = next.get();
            try {
                if (it.state() == State.RUNNING) {
                    run(it);
                } else {
                    undo(it);
                }
            } catch (IntakeUnavailable | DataAccessException e) {
                throw e;
            } catch (BrokenFile e) {
                imports.stop(it.id(), Objects.requireNonNull(e.getMessage()));
            } catch (RuntimeException e) {
                if (it.state() != State.RUNNING) {
                    throw e;
                }
                log.error("Import {} stopped", it.id(), e);
                imports.stop(it.id(), "It could not go on because of an error that the log of EWS tells of.");
            }
            importedAccounts.release();
        }
    }

    private void run(CsvImport it) {
        Source source = sources.withId(it.source()).orElseThrow();
        Instant otherwise = Objects.requireNonNull(it.started()).truncatedTo(ChronoUnit.MILLIS);
        var events = new RowEvents(it.kind(), it.mapping(), it.format().header(), days.zone(), otherwise, dialect);
        Instant from = stretches.begin(it);
        Progress progress = it.progress();
        try (CsvRows file = files.rows(it.id(), it.format())) {
            file.skip(progress.rows());
            List<CsvRow> rows = file.next(BATCH);
            if (!rows.isEmpty()) {
                // Of a batch that was sent and not saved.
                rejects.forget(it.source(), it.batchId(), rows.getFirst().line());
            }
            while (!rows.isEmpty()) {
                Instant receivedAt = days.now().truncatedTo(ChronoUnit.MILLIS);
                Instant after = receivedAt.isBefore(from) ? from : receivedAt;
                stretches.extend(it, from, after);
                Receipt receipt = intake.accept(events.batch(source, it.batchId(), rows, after));
                progress = plus(progress, rows.size(), file.bytesRead(), receipt);
                if (!imports.save(it.id(), progress)) {
                    return;
                }
                if (progress.rejected() - it.progress().rejected() >= MOST_REJECTED) {
                    imports.stop(
                            it.id(),
                            "%,d rows were rejected: look at why. If the mapping is wrong, undo the import and upload the file again; else go on."
                                    .formatted(progress.rejected()));
                    return;
                }
                rows = file.next(BATCH);
            }
        }
        imports.save(it.id(), counted(it, progress));
        imports.move(it.id(), List.of(State.RUNNING), State.DONE);
    }

    private static Progress plus(Progress before, int rows, long bytesRead, Receipt receipt) {
        return new Progress(
                before.rows() + rows,
                bytesRead,
                before.accepted() + receipt.accepted(),
                before.duplicates() + receipt.duplicates(),
                before.rejected() + receipt.rejected().size());
    }

    /** What was sent and not saved when it was interrupted was taken for repeated afterwards; the log knows better. */
    private Progress counted(CsvImport it, Progress progress) {
        List<Stretch> ran = stretches.of(it);
        if (ran.size() == 1) {
            return progress;
        }
        long accepted = takenBack.count(it.source(), ran);
        return new Progress(
                progress.rows(),
                it.bytes(),
                accepted,
                progress.rows() - progress.rejected() - accepted,
                progress.rejected());
    }

    private void undo(CsvImport it) {
        List<Stretch> ran = stretches.of(it);
        List<Concerned> left = takenBack.concerned(it.source(), ran);
        int done = it.undo().done();
        int all = done + left.size();
        int removed = it.undo().removed();
        int kept = it.undo().kept();
        for (int i = 0; i < left.size(); i += PORTION) {
            List<Concerned> portion = left.subList(i, Math.min(left.size(), i + PORTION));
            TakenBack.Accounts gone = takenBack.takeBack(it.source(), ran, portion);
            done += portion.size();
            removed += gone.removed();
            kept += gone.kept();
            imports.save(it.id(), new Undo(all, done, removed, kept));
        }
        rejects.dismiss(it.source(), it.batchId());
        imports.move(it.id(), List.of(State.UNDOING), State.UNDONE);
    }
}
