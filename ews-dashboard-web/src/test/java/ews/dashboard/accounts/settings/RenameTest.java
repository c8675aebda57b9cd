package ews.dashboard.accounts.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.domain.account.Accounts;
import ews.domain.member.Member;
import ews.domain.member.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RenameTest extends FormTest {

    @Autowired
    private Accounts accounts;

    @Test
    void theAccountGetsAnotherKeyAndKeepsTheOldOne() {
        long acme = account("acme");

        String page = follow(post("/accounts/%d/key".formatted(acme), "key", " acme-eu "));

        assertThat(page)
                .contains("The key is “acme-eu” now; “acme” still leads here.")
                .contains("value=\"acme-eu\"", "<code>acme</code>");
        assertThat(accounts.withKey("acme").orElseThrow().id().value()).isEqualTo(acme);
        assertThat(html(get("/find?q=acme"))).contains("acme-eu");
        assertThat(audited()).containsExactly("account.renamed");
    }

    @Test
    void theKeyOfAnotherAccountIsRefusedAndStaysInTheForm() {
        long acme = account("acme");
        account("zephyr");

        String page = html(post("/accounts/%d/key".formatted(acme), "key", "zephyr"));

        assertThat(page).contains("“zephyr” is the key of zephyr.", "value=\"zephyr\"");
        assertThat(accounts.withKey("acme").orElseThrow().key()).isEqualTo("acme");
    }

    @Test
    void onlyAdminsSeeTheForm() {
        long acme = account("acme");
        Member manager = joined("Mona Lead", Role.MANAGER);

        assertThat(html(get("/accounts/%d/settings".formatted(acme)))).contains("Change the key");
        assertThat(html(getAs(manager, "/accounts/%d/settings".formatted(acme))))
                .contains("Account settings")
                .doesNotContain("Change the key");
        assertThat(getAs(joined("Chloe Tan", Role.CSM), "/accounts/%d/settings".formatted(acme)))
                .hasStatus(403);
    }
}
