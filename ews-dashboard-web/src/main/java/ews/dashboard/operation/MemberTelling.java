package ews.dashboard.operation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ews.plays.notice.Teller;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells members every ten seconds what they want to hear of. */
@Configuration(proxyBeanMethods = false)
class MemberTelling {

    @Bean
    RecurringTask<Void> tellMembersTask(Teller teller) {
        return Tasks.recurring("tell-members", FixedDelay.ofSeconds(10)).execute((_, _) -> teller.tell());
    }
}
