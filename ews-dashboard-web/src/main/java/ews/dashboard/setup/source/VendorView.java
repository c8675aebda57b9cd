package ews.dashboard.setup.source;

import ews.sensors.vendor.Vendor;
import ews.sensors.vendor.VendorWebhook;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What to enter at a vendor so that it sends here.
 *
 * @param address whole, as the reader's browser knows this server
 * @param template what to have the vendor send, where people write that themselves
 */
record VendorView(
        Vendor vendor,
        String address,
        @Nullable String secret,
        boolean lacksSecret,
        @Nullable String template,
        VendorWebhook.@Nullable Refusal refusal) {

    /** Must be called while a request is being served, whose address it takes. */
    static VendorView of(VendorWebhook webhook, @Nullable String template) {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/v1/hooks/" + webhook.address())
                .toUriString();
        return new VendorView(
                webhook.vendor(), address, webhook.secret(), webhook.lacksSecret(), template, webhook.refusal());
    }
}
