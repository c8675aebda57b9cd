package ews.dashboard.setup.imports;

import ews.dashboard.security.Viewer;
import ews.sensors.csv.CsvImport;
import ews.sensors.csv.CsvImporting;
import ews.sensors.csv.CsvKind;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receives a file as it comes in, part by part, whatever its size. Not a controller, since these get a form only once all of it
 * has been read, and before anybody has looked at who sent it.
 */
class UploadServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_FIELD = 200;

    private final transient CsvImporting importing;

    UploadServlet(CsvImporting importing) {
        this.importing = importing;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            CsvImport it = receive(request);
            answer(request, response, 200, "page", request.getContextPath() + "/setup/imports/" + it.id());
        } catch (IllegalArgumentException e) {
            answer(request, response, 400, "problem", String.valueOf(e.getMessage()));
        }
    }

    /** The kind comes before the file, as on the page. */
    private CsvImport receive(HttpServletRequest request) throws IOException {
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            throw new IllegalArgumentException("Send the file as a form does, as multipart/form-data.");
        }
        CsvKind kind = null;
        try {
            FileItemInputIterator parts = new JakartaServletFileUpload<>().getItemIterator(request);
            while (parts.hasNext()) {
                FileItemInput part = parts.next();
                try (InputStream content = part.getInputStream()) {
                    if (!part.isFormField()) {
                        return receive(kind, part.getName(), content);
                    }
                    if (part.getFieldName().equals("kind")) {
                        String code = new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
                        kind = CsvKind.coded(code).orElse(null);
                    }
                }
            }
        } catch (FileUploadException e) {
            throw new IllegalArgumentException("The file could not be received: please send it again.", e);
        }
        throw new IllegalArgumentException("Choose a file.");
    }

    private CsvImport receive(@Nullable CsvKind kind, @Nullable String name, InputStream content) throws IOException {
        if (kind == null) {
            throw new IllegalArgumentException("Choose what the rows of the file are.");
        }
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("Choose a file.");
        }
        return importing.receive(kind, name, content, viewer().actor());
    }

    private static Viewer viewer() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !(signedIn.getPrincipal() instanceof Viewer viewer)) {
            throw new IllegalStateException("Only members reach this, says the table of routes");
        }
        return viewer;
    }

    /** Scripts get JSON; forms go to the page that comes next. */
    private static void answer(
            HttpServletRequest request, HttpServletResponse response, int status, String name, String value)
            throws IOException {
        if (String.valueOf(request.getHeader("Accept")).startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            response.setStatus(status);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.getWriter().write(JSON.writeValueAsString(Map.of(name, value)));
            return;
        }
        String next = value;
        if (name.equals("problem")) {
            next = request.getContextPath() + "/setup/imports/new";
            var once = new FlashMap();
            once.put(name, value);
            once.setTargetRequestPath(next);
            new SessionFlashMapManager().saveOutputFlashMap(once, request, response);
        }
        response.sendRedirect(next);
    }
}
