/** How many new alerts reach people at once, and when. */
@NullMarked
@NamedInterface("inbox")
package ews.detection.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
