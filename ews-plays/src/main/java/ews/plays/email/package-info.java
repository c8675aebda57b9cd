/** Emails to the contacts of accounts: templates with merge fields, and what was sent. */
@NamedInterface("email")
@NullMarked
package ews.plays.email;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
