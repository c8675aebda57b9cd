/**
 * The language that all modules speak: ids, values, facts, metrics, scoring, and the events that modules exchange.
 * Sensors, detection and plays never import each other; they meet here.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package ews.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
