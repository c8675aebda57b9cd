package ews.plays.channel;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Switches on and off what hears of things, within the transaction of whoever asks for it.
 *
 * @param table in which each has a name, and whether it is enabled and why it is not
 * @param action of the audit log, as it begins
 * @param subject of the audit log, before the name
 */
record Switch(JdbcClient jdbc, AuditLog audit, String table, String action, String subject) {

    /** Nothing happens if it is so already. */
    void turn(int id, boolean on, Actor actor) {
        jdbc.sql("""
                        update %s set enabled = :on, disabled_reason = null
                        where id = :id and enabled <> :on returning name
                        """.formatted(table))
                .param("on", on)
                .param("id", id)
                .query(String.class)
                .optional()
                .ifPresent(name -> audit.record(
                        actor, action + (on ? ".switched_on" : ".switched_off"), subject + name, Map.of()));
    }

    /** Off, because nobody is there any more. */
    void giveUp(int id, String reason) {
        jdbc.sql("""
                        update %s set enabled = false, disabled_reason = :reason
                        where id = :id and enabled returning name
                        """.formatted(table))
                .param("reason", reason)
                .param("id", id)
                .query(String.class)
                .optional()
                .ifPresent(name ->
                        audit.record(Actor.SYSTEM, action + ".switched_off", subject + name, Map.of("reason", reason)));
    }
}
