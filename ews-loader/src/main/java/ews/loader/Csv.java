package ews.loader;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads a CSV file (RFC 4180 without line breaks in fields, UTF-8 with or without BOM, plain or .gz) row by row. */
final class Csv {

    private static final int BUFFER = 1 << 16;

    private Csv() {}

    /** One row; fields are asked for by the name in the file's first row. */
    record Row(Map<String, Integer> columns, List<String> fields, int number) {

        /** Empty where the row is too short. */
        String field(String column) {
            Integer place = columns.get(column);
            if (place == null) {
                throw new IllegalArgumentException(
                        "The file has no column '" + column + "'; it has " + columns.keySet());
            }
            return place < fields.size() ? fields.get(place) : "";
        }

        boolean isTrue(String column) {
            return field(column).equalsIgnoreCase("true") || field(column).equals("1");
        }
    }

    /** @throws UncheckedIOException naming the file, if it cannot be read */
    static void read(Path file, Consumer<Row> row) {
        try (InputStream in = open(file);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), BUFFER)) {
            String header = lines.readLine();
            if (header == null) {
                return;
            }
            List<String> names = split(header.startsWith("\uFEFF") ? header.substring(1) : header);
            var columns = new HashMap<String, Integer>();
            for (int i = 0; i < names.size(); i++) {
                columns.put(names.get(i), i);
            }
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                row.accept(new Row(columns, split(line), ++number));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
    }

    static List<String> split(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
