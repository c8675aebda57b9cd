/**
 * Configuration as a document: segments and profiles by their keys, to read, to keep in files, and to apply again with a
 * plan.
 */
@NullMarked
@NamedInterface("configuration")
package ews.detection.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
