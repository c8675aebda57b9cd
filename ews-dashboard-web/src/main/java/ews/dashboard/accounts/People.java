package ews.dashboard.accounts;

import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the people at an account: those who use the product, and those who are known by name. */
@Repository
class People {

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param key by which sources know them
     * @param lastActive the last day with usage in the days that were read; {@code null} if none
     */
    record Person(
            long id,
            String key,
            @Nullable String name,
            @Nullable String email,
            @Nullable String role,
            @Nullable LocalDate firstUsed,
            @Nullable LocalDate lastActive) {

        public String label() {
            return Objects.requireNonNullElse(name, key);
        }
    }

    /** Those who were active last first. */
    List<Person> of(AccountId account, AccountFacts facts, LocalDate asOf) {
        List<Person> people = jdbc.sql("""
                        select id, key, attributes ->> 'name' as name, attributes ->> 'email' as email,
                               coalesce(attributes ->> 'role', attributes ->> 'title') as role, first_used_on
                        from account_user
                        where account_id = :account and (first_used_on is null or first_used_on <= :day)
                        """)
                .param("account", account.value())
                .param("day", asOf)
                .query((row, _) -> new Person(
                        row.getLong("id"),
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("role"),
                        row.getObject("first_used_on", LocalDate.class),
                        null))
                .list();
        Map<Long, LocalDate> active =
                facts.usage().lastActive(people.stream().map(Person::id).toList(), asOf);
        return people.stream()
                .map(it -> new Person(it.id, it.key, it.name, it.email, it.role, it.firstUsed, active.get(it.id)))
                .sorted(Comparator.comparing(
                                Person::lastActive, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
                        .thenComparing(Person::label))
                .toList();
    }
}
