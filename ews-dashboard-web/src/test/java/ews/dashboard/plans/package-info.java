@NullMarked
package ews.dashboard.plans;

import org.jspecify.annotations.NullMarked;
