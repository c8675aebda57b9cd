package ews.dashboard.setup.imports;

import ews.sensors.csv.CsvImporting;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Without a limit of its own for forms of several parts: Tomcat leaves the body alone, and the limit is that of files. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    @Bean
    ServletRegistrationBean<UploadServlet> uploads(CsvImporting importing) {
        return new ServletRegistrationBean<>(new UploadServlet(importing), "/setup/imports/upload");
    }
}
