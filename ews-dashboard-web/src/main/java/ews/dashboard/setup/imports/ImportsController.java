package ews.dashboard.setup.imports;

import ews.dashboard.operation.Background;
import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.sensors.csv.CsvImport;
import ews.sensors.csv.CsvImport.State;
import ews.sensors.csv.CsvImporting;
import ews.sensors.csv.CsvImports;
import ews.sensors.csv.CsvKind;
import ews.sensors.csv.CsvMapping;
import ews.sensors.csv.CsvPreviews;
import ews.sensors.csv.RejectedRows;
import ews.sensors.source.CalmPeriods;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Imports of files: what they would become, how far they are, what was rejected, and how they are undone. */
@Controller
@RequestMapping("/setup/imports")
class ImportsController {

    private static final int LATEST = 100;
    private static final int MOST_BAD = 50;
    private static final int CALM_DAYS = 1;

    private final CsvImports imports;
    private final CsvImporting importing;
    private final CsvPreviews previews;
    private final RejectedRows rejectedRows;
    private final CalmPeriods calmPeriods;
    private final Background background;

    ImportsController(
            CsvImports imports,
            CsvImporting importing,
            CsvPreviews previews,
            RejectedRows rejectedRows,
            CalmPeriods calmPeriods,
            Background background) {
        this.imports = imports;
        this.importing = importing;
        this.previews = previews;
        this.rejectedRows = rejectedRows;
        this.calmPeriods = calmPeriods;
        this.background = background;
    }

    /**
     * The choices of a mapping as they were made.
     *
     * @param columns what each becomes, in their order
     */
    record MappingForm(
            @Nullable List<String> columns,
            CsvMapping.@Nullable Dates dates,
            CsvMapping.@Nullable Decimals decimals,
            @Nullable String type,
            @Nullable String currency) {

        CsvMapping read(CsvImport of) {
            return new CsvMapping(
                    columns == null ? List.of() : columns,
                    dates == null ? of.mapping().dates() : dates,
                    decimals == null ? of.mapping().decimals() : decimals,
                    given(type),
                    given(currency == null ? null : currency.toUpperCase(Locale.ROOT)));
        }

        private static @Nullable String given(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : typed.strip();
        }
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("imports", imports.latest(LATEST));
        return "setup/imports";
    }

    /** @param kind that is chosen already */
    @GetMapping("/new")
    String blank(@RequestParam(required = false) @Nullable String kind, Model model) {
        model.addAttribute("kinds", CsvKind.values());
        model.addAttribute(
                "chosen", kind == null ? CsvKind.ACCOUNTS : CsvKind.coded(kind).orElse(CsvKind.ACCOUNTS));
        model.addAttribute("largest", importing.largestFile() >> 20);
        return "setup/import-new";
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        CsvImport it = existing(id);
        model.addAttribute("it", it);
        if (it.state() != State.UPLOADED || !it.hasFile()) {
            return "setup/import";
        }
        model.addAttribute("columns", MappedColumn.of(it, previews.samples(it)));
        model.addAttribute("types", EventTypes.ALL);
        model.addAttribute("mostBad", MOST_BAD);
        try {
            model.addAttribute("preview", previews.of(it, it.mapping()));
        } catch (IllegalArgumentException e) {
            model.addAttribute("unmapped", e.getMessage());
        }
        return "setup/import-mapping";
    }

    /** How far it is, which the page asks for again and again. */
    @GetMapping("/{id:\\d+}/progress")
    String progress(@PathVariable long id, Model model) {
        model.addAttribute("it", existing(id));
        return "setup/import-progress :: progress";
    }

    @PostMapping("/{id:\\d+}/mapping")
    String map(@PathVariable long id, MappingForm form, RedirectAttributes once) {
        CsvImport it = existing(id);
        return new Answer(pageOf(id), once).opening(() -> {
            importing.map(id, form.read(it));
            return pageOf(id) + "#preview";
        });
    }

    /** @param calm whether nothing is to be raised from files of this kind until tomorrow is over */
    @PostMapping("/{id:\\d+}/run")
    String run(
            @PathVariable long id,
            MappingForm form,
            @RequestParam(defaultValue = "false") boolean calm,
            Viewer viewer,
            RedirectAttributes once) {
        CsvImport it = existing(id);
        return new Answer(pageOf(id), once).opening(() -> {
            CsvMapping mapping = form.read(it);
            importing.map(id, mapping);
            importing.start(id, mapping, viewer.actor());
            if (calm) {
                calmPeriods.begin(it.source(), CALM_DAYS, viewer.actor());
            }
            background.imports();
            return pageOf(id);
        });
    }

    @PostMapping("/{id:\\d+}/stop")
    String stop(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        existing(id);
        return new Answer(pageOf(id), once).after(() -> {
            importing.stop(id, viewer.actor());
            return "It was stopped. What came in stays.";
        });
    }

    @PostMapping("/{id:\\d+}/continuation")
    String goOn(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        existing(id);
        return new Answer(pageOf(id), once).opening(() -> {
            importing.goOn(id, viewer.actor());
            background.imports();
            return pageOf(id);
        });
    }

    @PostMapping("/{id:\\d+}/undo")
    String undo(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        existing(id);
        return new Answer(pageOf(id), once).opening(() -> {
            importing.undo(id, viewer.actor());
            background.imports();
            return pageOf(id);
        });
    }

    @PostMapping("/{id:\\d+}/removal")
    String remove(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        existing(id);
        return new Answer(pageOf(id), once).opening(() -> {
            importing.remove(id, viewer.actor());
            once.addFlashAttribute("message", "It was removed.");
            return "/setup/imports";
        });
    }

    /** The rows that were rejected, with the reasons. */
    @GetMapping("/{id:\\d+}/rejects")
    void rejects(@PathVariable long id, HttpServletResponse response) throws IOException {
        CsvImport it = existing(id);
        if (!it.hasFile()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("rejected-" + it.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        rejectedRows.write(it, response.getOutputStream());
    }

    private static String pageOf(long id) {
        return "/setup/imports/" + id;
    }

    private CsvImport existing(long id) {
        return imports.withId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
