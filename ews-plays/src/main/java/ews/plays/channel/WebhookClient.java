package ews.plays.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Posts JSON, patiently for a few seconds. Follows no redirects, keeps no cookies, reads no answer but its status and how long to wait. */
@Component
class WebhookClient implements DisposableBean {

    private static final Timeout TO_CONNECT = Timeout.ofSeconds(3);
    private static final Timeout TO_ANSWER = Timeout.ofSeconds(5);

    /** For all of it, however slowly bytes drip. */
    private static final int SECONDS = 10;

    private static final int CONNECTIONS = 200;

    /** Nobody may keep us waiting for longer. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final CloseableHttpClient client;

    WebhookClient(WebhookAddresses addresses) {
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setMaxConnTotal(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(TO_CONNECT)
                                .setSocketTimeout(TO_ANSWER)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(TO_ANSWER)
                        .setConnectionRequestTimeout(TO_CONNECT)
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("EWS")
                .build();
    }

    /** @param retryAfter for how long the receiver wants to be left alone; {@code null} if it did not say */
    record Answer(int status, @Nullable Duration retryAfter) {}

    /**
     * Posts once.
     *
     * @throws PrivateAddress if the address leads where webhooks may not
     * @throws IOException if there is no answer
     */
    Answer post(String url, String json, Map<String, String> headers) throws IOException {
        var request = new HttpPost(WebhookAddresses.read(url));
        request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        headers.forEach(request::setHeader);
        var deadline = new CompletableFuture<Void>().completeOnTimeout(null, SECONDS, TimeUnit.SECONDS);
        deadline.thenRun(request::abort);
        // Closed without reading: an answer without an end would hold us.
        try (var response = client.executeOpen(null, request, null)) {
            return new Answer(response.getCode(), retryAfter(response.getFirstHeader(HttpHeaders.RETRY_AFTER)));
        } finally {
            deadline.cancel(false);
        }
    }

    /** In seconds; as a date it is as good as not said, since clocks differ. */
    private static @Nullable Duration retryAfter(@Nullable Header header) {
        if (header == null || !header.getValue().matches("[0-9]{1,9}")) {
            return null;
        }
        Duration wanted = Duration.ofSeconds(Long.parseLong(header.getValue()));
        return wanted.compareTo(LONGEST_PAUSE) < 0 ? wanted : LONGEST_PAUSE;
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
