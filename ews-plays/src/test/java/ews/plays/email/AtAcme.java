package ews.plays.email;

import ews.plays.Sending;
import java.sql.Types;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of emails to contacts start from: Ann and Ben, who work at Acme. */
public abstract class AtAcme extends Sending {

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Contacts contacts;

    protected Contact ann;
    protected Contact ben;

    @BeforeEach
    void annAndBen() {
        ann = person("ann", "{\"name\": \"Ann Lee\", \"email\": \"ann@acme.example\", \"role\": \"Buyer\"}");
        ben = person("ben", "{\"first_name\": \"Bén\", \"email\": \"ben@acme.example\"}");
    }

    protected Contact person(String key, String attributes) {
        long id = jdbc.sql("""
                        insert into account_user (account_id, key, attributes) values (:account, :key, :attributes::jsonb)
                        returning id
                        """)
                .param("account", account.value())
                .param("key", key)
                .param("attributes", attributes)
                .query(Long.class)
                .single();
        return contacts.withIds(account, List.of(id)).stream().findFirst().orElse(NOBODY);
    }

    /** A person without an address. */
    static final Contact NOBODY = new Contact(0, "", null, null, null, "", null, "Nobody.");

    protected void account(String column, String value) {
        jdbc.sql("update account set " + column + " = :value where id = :id")
                .param("value", value, Types.OTHER)
                .param("id", account.value())
                .update();
    }
}
