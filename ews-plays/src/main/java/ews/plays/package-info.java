/** What is done about it: plays, runs, tasks, watch lists, touchpoints, outcomes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain"})
package ews.plays;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
