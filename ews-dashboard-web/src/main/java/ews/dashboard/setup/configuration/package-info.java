/** Configuration as a file: download it, and apply one with a plan that shows what would change. */
@NullMarked
package ews.dashboard.setup.configuration;

import org.jspecify.annotations.NullMarked;
