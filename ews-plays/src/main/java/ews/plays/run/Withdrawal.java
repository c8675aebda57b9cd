package ews.plays.run;

import ews.domain.audit.Actor;
import ews.domain.play.RunId;
import ews.plays.Written;
import ews.plays.play.Plays;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Takes a play out of use together with the runs that are under way. */
@Repository
public class Withdrawal {

    private final JdbcClient jdbc;
    private final Plays plays;
    private final RunEndings endings;

    Withdrawal(JdbcClient jdbc, Plays plays, RunEndings endings) {
        this.jdbc = jdbc;
        this.plays = plays;
        this.endings = endings;
    }

    /**
     * Switches a play off and gives its running runs up, all or nothing.
     *
     * @return how many runs were given up
     * @throws IllegalArgumentException if there is no reason
     * @throws NoSuchElementException if there is no such play
     */
    @Transactional
    public int withdraw(String play, String reason, Actor actor) {
        String written = Written.required("reason", reason, Written.TEXT);
        plays.disable(play, actor);
        List<RunId> running = running(play);
        running.forEach(run -> endings.cancel(run, written, actor));
        return running.size();
    }

    /** Held, so that nobody ends one of them meanwhile. */
    private List<RunId> running(String play) {
        return jdbc.sql("""
                        select id from run
                        where play_id = (select id from play where key = :play) and status = 'running'
                        order by id for no key update
                        """)
                .param("play", play)
                .query((row, _) -> new RunId(row.getLong("id")))
                .list();
    }
}
