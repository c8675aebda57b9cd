package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import ews.plays.play.Step;
import ews.sensors.source.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description is of all routes and of no other, and its examples work. */
class OpenApiTest extends OpenApi {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head");

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    private record Operation(String method, String path, JsonNode description) {

        String name() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }

        Scope scope() {
            String needed = description.path("description").asString("").replaceFirst("(?s)^Scope `(\\w+)`.*", "$1");
            return Scope.valueOf(needed.toUpperCase(Locale.ROOT));
        }

        /** An address that exists in this test. */
        String address() {
            String address = path.replace("{account}", "acme")
                    .replace("{segment}", "smb")
                    .replace("{rule}", "renewal")
                    .replace("{alert}", ALERT)
                    .replace("{template}", "leaving")
                    .replace("{list}", "watch")
                    .replace("{review}", REVIEW)
                    .replace("{task}", TASK)
                    .replace("{run}", RUN)
                    .replace("{play}", PLAY)
                    .replace("{plan}", PLAN)
                    .replace("{import}", IMPORT)
                    .replace("{source}", "Files")
                    .replace("{type}", "track")
                    .replaceAll("\\{(version|preview|suggestion|dryRun)}", "1");
            return switch (path) {
                case "/v1/health", "/v1/band", "/v1/key", "/v1/merge", "/v1/parent", "/v1/archive" ->
                    address + "?account=acme";
                case "/v1/tasks/{task}/later" -> address + "?dueOn=2026-12-20";
                default -> address;
            };
        }
    }

    private Stream<Operation> operations() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(it -> METHODS.contains(it.getKey()))
                        .map(it -> new Operation(it.getKey(), path.getKey(), it.getValue())));
    }

    private static Stream<String> routes(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .filter(path -> path.startsWith("/v1/"))
                .map(path -> path.replaceAll("\\{(\\w+)(:[^/]*)?}", "{$1}"))
                .flatMap(path -> methods.stream().map(method -> method + " " + path));
    }

    @Test
    void describesEveryRouteAndNoOther() {
        assertThat(operations().map(Operation::name))
                .containsExactlyInAnyOrderElementsOf(mappings.stream()
                        .flatMap(it -> it.getHandlerMethods().keySet().stream())
                        .flatMap(OpenApiTest::routes)
                        .toList());
    }

    @Test
    void describesEveryKindOfStepOfPlays() {
        assertThat(document.at("/components/schemas/Step/oneOf")
                        .valueStream()
                        .map(it -> it.path("$ref").asString().replaceFirst("#", ""))
                        .map(it -> document.at(it + "/properties/type/const").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Step.class.getAnnotation(JsonSubTypes.class).value())
                                .map(JsonSubTypes.Type::name)
                                .toList());
    }

    @Test
    void isTheSameAsYaml() {
        assertThat(get("/v1/openapi.yaml", null).response().body()).startsWith("openapi: 3.1");
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.1");
    }

    private static boolean needsAKey(Operation operation) {
        return !operation.path().startsWith("/v1/openapi")
                && !operation.path().startsWith("/v1/hooks/")
                && !operation.method().equals("options");
    }

    @Test
    void everyOperationNeedsTheScopeThatItSays() {
        var wrong = new ArrayList<String>();
        operations().filter(OpenApiTest::needsAKey).forEach(operation -> {
            String description = operation.description().path("description").asString("");
            for (Scope scope : Scope.values()) {
                boolean needed = description.startsWith(
                        "Scope `%s`".formatted(scope.name().toLowerCase(Locale.ROOT)));
                boolean refused = ask(operation.method().toUpperCase(Locale.ROOT), operation.address(), scope, "")
                                .status()
                        == 403;
                if (needed == refused) {
                    wrong.add(operation.name() + " with " + scope);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void examplesAreRightAndWork() {
        List<Operation> withExample = operations()
                .filter(it -> !it.description()
                        .at("/requestBody/content/application~1json/example")
                        .isMissingNode())
                .toList();

        assertThat(withExample).hasSizeGreaterThan(4);
        for (Operation operation : withExample) {
            JsonNode content = operation.description().at("/requestBody/content/application~1json");
            JsonNode example = content.path("example");
            Scope scope = operation.scope();
            // The one day in an example must be a day to come whenever the test runs.
            String body = example.toString()
                    .replace(
                            "\"2026-12-20\"",
                            "\"%s\""
                                    .formatted(jdbc.sql("select current_date + 20")
                                            .query(String.class)
                                            .single()));
            Answer answer = ask(
                    operation.method().toUpperCase(Locale.ROOT),
                    operation.address(),
                    scope,
                    body,
                    "Content-Type",
                    "application/json");

            assertThat(validate(schemaOf(content), example))
                    .as(operation.name())
                    .isEmpty();
            assertThat(answer.status())
                    .as(operation.name() + " " + answer.detail())
                    .isBetween(200, 204);
            assertThat(problems(operation.path(), operation.method(), answer))
                    .as(operation.name())
                    .isEmpty();
        }
    }
}
