package ews.dashboard.shell;

import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** What every template knows, the error pages' too, which no controller fills. */
@Configuration(proxyBeanMethods = false)
class TemplateVariables {

    TemplateVariables(ThymeleafViewResolver views, Theme theme) {
        views.addStaticVariable("theme", theme);
    }
}
