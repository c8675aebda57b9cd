/** How messages travel: email by SMTP, and webhooks, signed, to public addresses only. */
@NullMarked
package ews.plays.channel;

import org.jspecify.annotations.NullMarked;
