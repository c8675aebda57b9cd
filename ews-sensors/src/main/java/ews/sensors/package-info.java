/** What comes in: intake, validation, duplicates, the event log, reduction to facts, sources. */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain"})
package ews.sensors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
