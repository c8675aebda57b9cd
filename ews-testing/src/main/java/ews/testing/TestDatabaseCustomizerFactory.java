package ews.testing;

import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Points every application context of a test at the shared {@link TestDatabase}. */
public final class TestDatabaseCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        return new SharedDatabase();
    }

    /** A record, so that contexts that differ in nothing else are reused. */
    private record SharedDatabase() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
            Map<String, Object> properties = Map.of(
                    "spring.datasource.url", TestDatabase.url(),
                    "spring.datasource.username", TestDatabase.user(),
                    "spring.datasource.password", TestDatabase.password());
            context.getEnvironment().getPropertySources().addLast(new MapPropertySource("test database", properties));
        }
    }
}
