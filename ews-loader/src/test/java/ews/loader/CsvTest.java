package ews.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

    @TempDir
    Path folder;

    @Test
    void quotesMayHoldCommasAndQuotes() {
        assertThat(Csv.split("1,\"a, \"\"b\"\"\",,x")).containsExactly("1", "a, \"b\"", "", "x");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "\uFEFFid,name\n7,Acme\n");
        var ids = new ArrayList<String>();
        Csv.read(file, row -> ids.add(row.field("id")));
        assertThat(ids).containsExactly("7");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "id\n7\n");
        assertThatThrownBy(() -> Csv.read(file, row -> row.field("name"))).hasMessageContaining("'name'");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Csv.read(folder.resolve("gone.csv"), _ -> {})).hasMessageContaining("gone.csv");
    }
}
