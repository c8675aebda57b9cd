package ews.plays.email;

import ews.domain.account.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people at an account who have an email address, as sources tell of them. */
@Repository
public class Contacts {

    private static final String KNOWN = """
            select * from (
              select id, key,
                     coalesce(attributes ->> 'email', case when key like '%_@_%' then key end) as email,
                     attributes ->> 'name' as name,
                     coalesce(attributes ->> 'first_name', attributes ->> 'firstName') as first_name,
                     coalesce(attributes ->> 'last_name', attributes ->> 'lastName') as last_name,
                     coalesce(attributes ->> 'role', attributes ->> 'title') as role,
                     (select name from jsonb_each_text(attributes) said (name, value)
                      where name in ('unsubscribed', 'do_not_email')
                        and lower(value) in ('true', 'yes', '1') limit 1) as refused
              from account_user where account_id = :account) contact
            where email is not null
            """;

    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name, those to whom one may not write included. */
    public List<Contact> of(AccountId account, int limit) {
        return named(account, "", limit);
    }

    /** Those whose name, address or role has this text in it, by name. */
    public List<Contact> named(AccountId account, String text, int limit) {
        return jdbc.sql(KNOWN + """
                        and strpos(lower(concat_ws(' ', name, first_name, last_name, email, role)), lower(:text)) > 0
                        order by lower(coalesce(name, concat_ws(' ', first_name, last_name), '')), email, id limit :limit
                        """)
                .param("account", account.value())
                .param("text", text.strip())
                .param("limit", limit)
                .query(Contacts::contact)
                .list();
    }

    /** Those to whom one may write and in whose role this stands, by name. */
    public List<Contact> writable(AccountId account, @Nullable String role, int limit) {
        return jdbc
                .sql(KNOWN + """
                        and refused is null and strpos(lower(coalesce(role, '')), lower(:role)) > 0
                        order by lower(coalesce(name, concat_ws(' ', first_name, last_name), '')), email, id limit :limit
                        """)
                .param("account", account.value())
                .param("role", role == null ? "" : role.strip())
                .param("limit", limit)
                .query(Contacts::contact)
                .list()
                .stream()
                .filter(Contact::isWritable)
                .toList();
    }

    /** Those of the account that have these ids, by name. */
    public List<Contact> withIds(AccountId account, Collection<Long> ids) {
        return jdbc.sql(KNOWN + "and id = any(:ids) order by lower(coalesce(name, '')), email, id")
                .param("account", account.value())
                .param("ids", ids.toArray(Long[]::new))
                .query(Contacts::contact)
                .list();
    }

    /** How many people with an address the account has. */
    public int count(AccountId account) {
        return jdbc.sql("select count(*) from (" + KNOWN + ") known")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return PersonNames.contact(
                row.getLong("id"),
                row.getString("key"),
                row.getString("name"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email").strip(),
                row.getString("role"),
                row.getString("refused"));
    }
}
