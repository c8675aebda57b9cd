/** What it means: segments, profiles, scoring runs, rules, alerts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain"})
package ews.detection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
