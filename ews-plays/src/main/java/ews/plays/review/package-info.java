/** Weekly passes over the watch lists, account by account, and what members said about each. */
@NullMarked
@NamedInterface("review")
package ews.plays.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
