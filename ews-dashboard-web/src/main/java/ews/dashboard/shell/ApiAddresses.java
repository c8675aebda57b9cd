package ews.dashboard.shell;

import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which addresses the API has, for who asked for one that it has not. */
@Component
class ApiAddresses {

    static final String ROOT = "/v1/";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    ApiAddresses(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** For example {@code There is no such address. There are GET /v1/accounts, GET /v1/tasks and POST /v1/events.} */
    String noSuchAddress() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(info -> !info.getMethodsCondition().isEmpty()) // the others refuse what is left
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith(ROOT))
                        .map(pattern -> methods(info) + " " + pattern))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", ", "There is no such address. There are: ", "."));
    }

    private static String methods(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .sorted()
                .collect(Collectors.joining("|"));
    }
}
