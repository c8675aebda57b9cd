package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.time.OrganisationDays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Segments and their profiles, changed one by one. */
class SegmentApiTest extends ConfigurationOverApi {

    private static final String PROFILE = """
            {"indicators":[{"group":"product_usage","metric":"active_users","days":28,"poorAt":2,"goodAt":20,"weight":100}],
             "goodFrom":70,"averageFrom":40,"leastKnown":30}""";

    @Autowired
    private OrganisationDays days;

    private String etag(String path) {
        return get(path).response().headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void makesChangesMovesAndDeletesASegment() {
        String rule = "{\"name\":\"Gold\",\"conditions\":[{\"attribute\":\"plan\",\"is\":[\"gold\"]}]}";

        assertThat(configure("PUT", "/v1/segments/gold", rule).status()).isEqualTo(201);
        assertThat(get("/v1/segments/gold").body().path("position").asInt())
                .isEqualTo(before.segments().size());
        assertThat(get("/v1/segments/gold/profile").body().path("reason").asString())
                .startsWith("Copied from");
        Answer moved = configure("PUT", "/v1/segments/gold", rule.replace("{\"name\"", "{\"position\":1,\"name\""));
        assertThat(moved.status()).isEqualTo(200);
        assertThat(get("/v1/segments").each("key").getFirst()).isEqualTo("gold");
        assertThat(configure("DELETE", "/v1/segments/gold", "", "If-Match", "\"old\"")
                        .status())
                .isEqualTo(412);
        assertThat(configure("DELETE", "/v1/segments/gold", "", "If-Match", etag("/v1/segments/gold"))
                        .status())
                .isEqualTo(204);
        assertThat(get("/v1/segments/gold").status()).isEqualTo(404);
        assertThat(configure("DELETE", "/v1/segments/established", "").status()).isEqualTo(400);
    }

    @Test
    void publishesAProfileUnlessSomebodyElseDid() {
        String body = "{\"reason\":\"Only users\",\"profile\":" + PROFILE + "}";
        String tag = etag("/v1/segments/smb/profile");

        Answer published = configure("PUT", "/v1/segments/smb/profile", body, "If-Match", tag);

        assertThat(published.status()).as(published.detail()).isEqualTo(200);
        assertThat(published.body().path("publishedBy").asString()).isEqualTo("source that may [CONFIGURE]");
        assertThat(configure("PUT", "/v1/segments/smb/profile", body, "If-Match", tag)
                        .status())
                .isEqualTo(412);
        assertThat(configure("PUT", "/v1/segments/smb/profile", body).body().path("version"))
                .isEqualTo(published.body().path("version"));
        assertThat(get("/v1/segments/smb/profile/versions").body().at("/items/0/changes"))
                .isNotEmpty();
    }

    @Test
    void publishesForADayToComeAndTakesItBack() {
        String from = days.today().plusDays(3).toString();

        JsonNode planned = configure(
                        "PUT",
                        "/v1/segments/smb/profile",
                        "{\"reason\":\"Later\",\"from\":\"%s\",\"profile\":%s}".formatted(from, PROFILE))
                .body();

        assertThat(planned.path("from").asString()).isEqualTo(from);
        assertThat(get("/v1/segments/smb/profile").body().path("version").asInt())
                .isLessThan(planned.path("version").asInt());
        String address =
                "/v1/segments/smb/profile/versions/" + planned.path("version").asInt();
        assertThat(configure("DELETE", address, "").status()).isEqualTo(204);
        assertThat(configure("DELETE", address, "").status()).isEqualTo(400);
    }

    @Test
    void previewsADraft() {
        assertThat(get("/v1/segments/smb/profile/draft").status()).isEqualTo(404);
        assertThat(configure("PUT", "/v1/segments/smb/profile/draft", "{\"profile\":" + PROFILE + "}")
                        .status())
                .isEqualTo(200);

        Answer begun = configure("POST", "/v1/segments/smb/profile/draft/preview", "");

        assertThat(begun.status()).isEqualTo(202);
        String address = begun.response().headers().firstValue("Location").orElseThrow();
        assertThat(get(address).body().path("author").asString()).isEqualTo("source that may [CONFIGURE]");
        assertThat(configure("DELETE", "/v1/segments/smb/profile/draft", "").status())
                .isEqualTo(204);
        assertThat(get("/v1/previews/0").status()).isEqualTo(404);
        assertThat(get("/v1/previews/x").status()).isEqualTo(404);
    }
}
