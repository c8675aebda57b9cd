package ews.dashboard.operation;

import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The threads that listeners run on. A bounded number with a queue: thousands of events at once must neither take all
 * connections of the database nor make those wait who publish them.
 */
@Configuration(proxyBeanMethods = false)
class BackgroundWork {

    private static final int THREADS = 6;

    @Bean
    ThreadPoolTaskExecutor applicationTaskExecutor(ThreadPoolTaskExecutorBuilder builder) {
        return builder.corePoolSize(THREADS)
                .maxPoolSize(THREADS)
                .threadNamePrefix("listener-")
                .build();
    }
}
