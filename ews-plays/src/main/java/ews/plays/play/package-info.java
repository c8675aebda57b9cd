/** What should be done when something happens: the library of plays, their steps and due dates. */
@NullMarked
@NamedInterface("play")
package ews.plays.play;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
