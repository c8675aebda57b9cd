package ews.dashboard.api;

import ews.dashboard.operation.Background;
import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.sensors.csv.CsvImport;
import ews.sensors.csv.CsvImporting;
import ews.sensors.csv.CsvImports;
import ews.sensors.csv.CsvKind;
import ews.sensors.csv.CsvMapping;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files that a system hands over to be imported; the same ones as on the pages. */
@RestController
@RequestMapping("/v1/imports")
class ImportApi {

    private static final int LATEST = 100;

    private final CsvImports imports;
    private final CsvImporting importing;
    private final Background background;

    ImportApi(CsvImports imports, CsvImporting importing, Background background) {
        this.imports = imports;
        this.importing = importing;
        this.background = background;
    }

    record ImportList(List<ImportView> items) {}

    @GetMapping
    ImportList latest(HttpServletRequest request) {
        new Parameters(request);
        return new ImportList(
                imports.latest(LATEST).stream().map(ImportView::of).toList());
    }

    /** Receives a file, and runs it at once if that is wished and its columns are known. */
    @PostMapping
    @Needs(Scope.WRITE)
    ResponseEntity<ImportView> upload(HttpServletRequest request, Actor actor) throws IOException {
        var parameters = new Parameters(request, "kind", "file", "run");
        CsvKind kind = parameters
                .oneOf("kind", Stream.of(CsvKind.values()).map(CsvKind::code).toList())
                .flatMap(CsvKind::coded)
                .orElseThrow(() -> Problem.badRequest("kind: is missing; say what the rows of the file are."));
        String name = parameters.text("file").orElse("file.csv");
        boolean run = parameters
                .oneOf("run", List.of("true", "false"))
                .filter("true"::equals)
                .isPresent();
        CsvImport received = receive(kind, name, request.getInputStream(), actor);
        if (run) {
            start(received, received.mapping(), actor);
        }
        return accepted(received.id());
    }

    private CsvImport receive(CsvKind kind, String name, InputStream file, Actor actor) throws IOException {
        try {
            return importing.receive(kind, name, file, actor);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }

    @GetMapping("/{import}")
    ImportView one(@PathVariable("import") String id, HttpServletRequest request) {
        new Parameters(request);
        return ImportView.of(existing(id));
    }

    /** With another mapping than the one that was guessed, if one is sent. */
    @PostMapping("/{import}/run")
    @Needs(Scope.WRITE)
    ResponseEntity<ImportView> run(@PathVariable("import") String id, HttpServletRequest request, Actor actor)
            throws IOException {
        new Parameters(request);
        CsvImport it = existing(id);
        CsvMapping mapping = MappingBody.read(
                Body.orNothing(request, "columns", "dates", "decimals", "type", "currency"), it.mapping());
        start(it, mapping, actor);
        return accepted(it.id());
    }

    /** Takes back what it brought; one that never ran is forgotten. */
    @DeleteMapping("/{import}")
    @Needs(Scope.CONFIGURE)
    ResponseEntity<Void> undo(@PathVariable("import") String id, HttpServletRequest request, Actor actor) {
        new Parameters(request);
        CsvImport it = existing(id);
        return Problem.telling(
                () -> {
                    if (it.canBeUndone()) {
                        importing.undo(it.id(), actor);
                        background.imports();
                        return ResponseEntity.accepted()
                                .location(addressOf(it.id()))
                                .build();
                    }
                    if (it.isAtWork()) {
                        throw new TransitionRefused("It is at work: wait until it is done.");
                    }
                    importing.remove(it.id(), actor);
                    return ResponseEntity.noContent().build();
                },
                Problem::conflict);
    }

    private void start(CsvImport it, CsvMapping mapping, Actor actor) {
        Problem.telling(
                () -> {
                    importing.start(it.id(), mapping, actor);
                    return it;
                },
                Problem::conflict);
        background.imports();
    }

    private ResponseEntity<ImportView> accepted(long id) {
        return ResponseEntity.accepted()
                .location(addressOf(id))
                .body(ImportView.of(imports.withId(id).orElseThrow()));
    }

    private static URI addressOf(long id) {
        return URI.create("/v1/imports/" + id);
    }

    private CsvImport existing(String id) {
        return (id.matches("[0-9]{1,18}") ? imports.withId(Long.parseLong(id)) : Optional.<CsvImport>empty())
                .orElseThrow(() -> Problem.notFound("There is no such import; POST a file to /v1/imports."));
    }
}
