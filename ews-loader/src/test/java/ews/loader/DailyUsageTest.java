package ews.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyUsageTest {

    @TempDir
    Path folder;

    @BeforeEach
    void twoAccountsOneOfWhichCancelled() throws IOException {
        Files.writeString(folder.resolve("accounts.csv"), """
                account_id,channel,country,start_date,first_plan,last_plan,churned,churn_date
                0,web,JP,2020-01-15,basic,basic,1,2020-01-19
                1,web,JP,2020-01-15,basic,basic,0,
                """);
    }

    @Test
    void eventsAreCountedByDayUntilTheAccountCancelled() throws IOException {
        zipped("events.csv.gz", """
                account_id,event_time,event_type,user_id,event_value
                0,2020-01-18T03:28:19,message,0,
                0,2020-01-16T03:28:19,message,0,
                0,2020-01-16T04:28:19,dislike,0,2
                0,2020-01-19T04:28:19,dislike,0,2
                """);

        assertThat(DailyUsage.read("socialnet7", folder))
                .containsExactly(new DailyUsage(0, LocalDate.of(2020, 1, 16), List.of(2, 0, 1)));
    }

    @Test
    void theLastDayOfTheDataIsLeftOut() throws IOException {
        zipped("daily_usage.csv.gz", """
                account_id,date,event_type,count,distinct_users,value_sum
                1,2020-01-16,call_lead,9,2,
                1,2020-01-16,add_contact,1,1,
                1,2020-01-17,call_lead,4,2,
                """);

        assertThat(DailyUsage.read("crm5", folder))
                .containsExactly(new DailyUsage(1, LocalDate.of(2020, 1, 16), List.of(10)));
    }

    @Test
    void anUnknownDataSetIsNamed() {
        assertThatThrownBy(() -> DailyUsage.read("other", folder)).hasMessageContaining("'other'");
    }

    private void zipped(String name, String rows) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(rows.getBytes(StandardCharsets.UTF_8));
        }
    }
}
