package ews.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetsTest {

    @TempDir
    Path folder;

    @Test
    void socialnet7IsToldInTimeWithRenewalsAndChurn() throws IOException {
        Files.writeString(
                folder.resolve("accounts.csv"),
                "account_id,channel,country,start_date,first_plan,last_plan,churned,churn_date\n"
                        + "0,web,JP,2020-01-15,basic,basic,1,2020-02-15\n");
        zipped("subscriptions.csv.gz", """
                account_id,plan,start_date,end_date,mrr,quantity,units,bill_period_months,discount
                0,basic,2020-01-15,2020-02-15,10.0,,,1,0.0
                """);
        zipped("events.csv.gz", """
                account_id,event_time,event_type,user_id,event_value
                0,2020-01-16T03:28:19,message,0,
                0,2020-01-15T17:54:59,dislike,0,2.5
                """);
        List<Map<String, Object>> events = json("socialnet7");
        assertThat(events)
                .extracting(it -> it.get("time"))
                .containsExactly(
                        "2020-01-15T00:00:00Z",
                        "2020-01-15T00:00:00Z",
                        "2020-01-15T17:54:59Z",
                        "2020-01-16T03:28:19Z",
                        "2020-02-15T00:00:00Z");
        assertThat(events.get(1)).containsEntry("value", 120.0).containsEntry("renewalDate", "2020-02-15");
        assertThat(events.get(2)).containsEntry("name", "dislike").containsEntry("user", "u0");
        assertThat(events.getLast()).containsEntry("status", "cancelled");
    }

    @Test
    void crm5IsToldWithASessionForEachActiveUserAndAUsageForEachAction() throws IOException {
        Files.writeString(
                folder.resolve("accounts.csv"),
                "account_id,channel,country,start_date,first_plan,last_plan,churned,churn_date\n"
                        + "7,web,VA,2022-01-29,basic_mthly,basic_mthly,0,\n");
        zipped("subscriptions.csv.gz", """
                account_id,plan,start_date,end_date,mrr,quantity,units,bill_period_months,discount
                7,basic_mthly,2022-01-29,2022-02-28,200.0,10,users,1,0.0
                """);
        zipped("daily_users.csv.gz", """
                account_id,date,active_users,events
                7,2022-01-30,2,9
                """);
        zipped("daily_usage.csv.gz", """
                account_id,date,event_type,count,distinct_users,value_sum
                7,2022-01-30,call_lead,9,2,
                """);

        List<Map<String, Object>> events = json("crm5");

        assertThat(events).extracting(it -> it.get("id")).doesNotHaveDuplicates();
        assertThat(events.get(1)).containsEntry("seats", BigDecimal.TEN).containsEntry("value", 2400.0);
        assertThat(events.subList(2, 4)).extracting(it -> it.get("user")).containsExactly("u0", "u1");
        assertThat(events.getLast())
                .containsEntry("name", "call_lead")
                .containsEntry("time", "2022-01-30T12:00:00Z")
                .doesNotContainKey("user");
    }

    @Test
    void aRowThatRepeatsAnIdIsToldAsItIs() throws IOException {
        ravenstack("U-1,S-1,27-07-2023,feature_20,9,5004,0,FALSE\nU-1,S-1,27-07-2023,feature_20,9,5004,0,FALSE\n");
        assertThat(json("ravenstack").stream().filter(it -> "U-1".equals(it.get("id"))))
                .hasSize(2);
    }

    @Test
    void whatIsNoDayIsToldAsItIs() throws IOException {
        ravenstack("U-1,S-1,someday,feature_20,nine,5004,0,FALSE\n");
        assertThat(json("ravenstack").getFirst())
                .containsEntry("time", "someday")
                .containsEntry("quantity", "nine");
    }

    @Test
    void aTicketIsOpenedSolvedAndJudged() throws IOException {
        ravenstack("");
        assertThat(json("ravenstack").stream().filter(it -> !"subscription".equals(it.get("type"))))
                .extracting(it -> it.get("time"), it -> it.get("status"), it -> it.get("score"))
                .map(Object::toString)
                .containsExactly(
                        "(\"2023-07-27T00:00:00Z\", \"open\", null)",
                        "(\"2023-07-28T03:00:00Z\", \"solved\", null)",
                        "(\"2023-07-28T03:00:00Z\", null, 4)");
    }

    @Test
    void anUnknownDataSetIsNamed() {
        assertThatThrownBy(() -> DataSet.named("other", folder)).hasMessageContaining("'other'");
    }

    private List<Map<String, Object>> json(String name) {
        return DataSet.named(name, folder).entries().stream().map(Entry::json).toList();
    }

    private void ravenstack(String usage) throws IOException {
        write("accounts", "account_id,account_name,industry,country,signup_date,referral_source,plan_tier,seats\n");
        write(
                "subscriptions",
                "subscription_id,account_id,start_date,plan_tier,seats,arr_amount,is_trial\n"
                        + "S-1,A-1,23-12-2023,Pro,14,33432,FALSE\n");
        write(
                "feature_usage",
                "usage_id,subscription_id,usage_date,feature_name,usage_count,usage_duration_secs,error_count,beta\n"
                        + usage);
        write(
                "supports_ticket",
                "ticket_id,account_id,submitted_at,closed_at,priority,satisfaction_score,escalation_flag\n"
                        + "T-1,A-1,27-07-2023,28-07-2023 03:00,medium,4,FALSE\n");
        write("churn_events", "churn_event_id,account_id,churn_date\n");
    }

    private void write(String table, String rows) throws IOException {
        Files.writeString(folder.resolve("ravenstack_" + table + ".csv"), "\uFEFF" + rows);
    }

    private void zipped(String name, String rows) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(rows.getBytes(StandardCharsets.UTF_8));
        }
    }
}
