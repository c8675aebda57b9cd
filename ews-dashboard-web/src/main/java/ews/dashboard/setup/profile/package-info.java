/** Health profiles: indicators, thresholds, weights and bands, published as a new version with a reason. */
@NullMarked
package ews.dashboard.setup.profile;

import org.jspecify.annotations.NullMarked;
