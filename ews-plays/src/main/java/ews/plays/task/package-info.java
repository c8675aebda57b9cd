/** What somebody has to do on an account until a day, and what became of it. */
@NullMarked
@NamedInterface("task")
package ews.plays.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
