/** How messages travel: email by SMTP, webhooks, signed, and Slack, to public addresses only. */
@NamedInterface
@NullMarked
package ews.plays.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
