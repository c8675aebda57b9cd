/**
 * Configuration as a document: segments, profiles and rules by their keys, and what other modules have in it, to read, to
 * keep in files, and to apply again with a plan.
 */
@NullMarked
@NamedInterface("configuration")
package ews.detection.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
