/** Get-well plans: what we and a customer do together to get an account back on track. */
@NullMarked
@NamedInterface("getwell")
package ews.plays.getwell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
