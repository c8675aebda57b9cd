package ews;

import ews.dashboard.Given;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The whole application without a port and without jobs in the background. Tests that use it share one start. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = EwsApplication.class,
        properties = {"db-scheduler.enabled=false", "ews.plays.background=false"})
@AutoConfigureMockMvc
@Import(Given.class)
public @interface ApplicationTest {}
