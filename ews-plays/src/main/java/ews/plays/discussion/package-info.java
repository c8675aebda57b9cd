/** What members say to each other about accounts, their runs and their alerts. */
@NullMarked
@NamedInterface("discussion")
package ews.plays.discussion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
