package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountApiTest extends ApiTest {

    @Test
    void listsAccountsByKeyWithTheirLatestHealth() {
        account("globex", "Globex");
        scored(account("acme", "Acme"), "enterprise", "poor", 290);

        Answer answer = get("/v1/accounts");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.each("account")).containsExactly("acme", "globex");
        assertThat(answer.body().at("/items/0").toString())
                .contains("\"score\":29.0", "\"band\":\"poor\"", "\"segment\":\"enterprise\"", "\"change7\":-0.3");
    }

    @Test
    void saysUnknownForAnAccountThatWasNeverScored() {
        account("acme", "Acme");

        assertThat(get("/v1/accounts").each("band")).containsExactly("unknown");
        assertThat(get("/v1/accounts?band=unknown").each("account")).containsExactly("acme");
    }

    @Test
    void filtersByBand() {
        scored(account("acme", "Acme"), "enterprise", "poor", 290);
        scored(account("globex", "Globex"), "enterprise", "good", 900);

        assertThat(get("/v1/accounts?band=good").each("account")).containsExactly("globex");
    }

    @Test
    void filtersBySegment() {
        scored(account("acme", "Acme"), "enterprise", "poor", 290);
        scored(account("globex", "Globex"), "smb", "good", 900);

        assertThat(get("/v1/accounts?segment=smb").each("account")).containsExactly("globex");
    }

    @Test
    void filtersByCsmWhateverTheCase() {
        long ada = member("ada@example.com");
        jdbc.sql("update account set csm_id = :csm where id = :id")
                .param("csm", ada)
                .param("id", account("acme", "Acme"))
                .update();
        account("globex", "Globex");

        assertThat(get("/v1/accounts?csm=Ada@Example.com").each("account")).containsExactly("acme");
    }

    @Test
    void findsPartOfTheNameOrOfTheKeyWhateverTheCase() {
        account("a-1", "Quarry Foods");
        account("quarry-2", "Other");
        account("a-3", "Tessera");

        assertThat(get("/v1/accounts?q=QUARRY").each("account")).containsExactly("a-1", "quarry-2");
    }

    @Test
    void takesPercentSignsAndUnderscoresLiterally() {
        account("a_1", "100 % Foods");
        account("ab1", "Other");

        assertThat(get("/v1/accounts?q=a_1").each("account")).containsExactly("a_1");
        assertThat(get("/v1/accounts?q=%25").each("account")).containsExactly("a_1");
    }

    @Test
    void pagesThroughAllAccountsOnce() {
        for (int i = 10; i < 17; i++) {
            account("account-" + i, "Account " + i);
        }
        var seen = new ArrayList<String>();
        String cursor = "";
        for (int page = 0; page < 4; page++) {
            Answer answer = get("/v1/accounts?limit=2" + cursor);
            seen.addAll(answer.each("account"));
            cursor = "&cursor=" + answer.body().path("next").asString();
        }

        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSorted();
        assertThat(get("/v1/accounts?limit=7").body().path("next").isNull()).isTrue();
    }

    @Test
    void returnsAHundredAccountsUnlessAskedForMore() {
        jdbc.sql("""
                        insert into account (key, name, first_seen_on)
                        select 'a' || n, 'A', '2026-01-01' from generate_series(1, 101) n
                        """).update();

        assertThat(get("/v1/accounts").each("account")).hasSize(100);
        assertThat(get("/v1/accounts?limit=1000").each("account")).hasSize(101);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            band=bad                | band must be good, average, poor or unknown; got "bad".
            segment=nobody          | segment must be free_trial,
            csm=nobody@example.com  | csm must be the e-mail address of a member; there is none with "nobody@example.com".
            limit=0                 | limit must be 1 to 1000; got "0".
            limit=1001              | limit must be 1 to 1000; got "1001".
            limit=many              | limit must be 1 to 1000; got "many".
            cursor=!!               | This cursor is not one of this list
            bnad=good               | There is no parameter "bnad" here; use cursor, limit, band, segment, csm, q, key, archived, asOf.
            band=good&band=poor     | The parameter band may be given once.
            q=%00                   | A field contains a NUL character: leave it out.
            """)
    void refusesWhatItDoesNotUnderstandAndSaysWhatToDo(String query, String detail) {
        Answer answer = get("/v1/accounts?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.detail()).startsWith(detail);
    }

    @Test
    void takesAnEmptyParameterAsNotGiven() {
        account("acme", "Acme");

        assertThat(get("/v1/accounts?band=&segment=&csm=&q=&cursor=&limit=").each("account"))
                .isEqualTo(List.of("acme"));
    }
}
