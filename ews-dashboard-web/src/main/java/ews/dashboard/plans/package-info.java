/** The pages of get-well plans: ours, and what their customers read by a private link. */
@NullMarked
package ews.dashboard.plans;

import org.jspecify.annotations.NullMarked;
