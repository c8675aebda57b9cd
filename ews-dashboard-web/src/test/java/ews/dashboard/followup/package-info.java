@NullMarked
package ews.dashboard.followup;

import org.jspecify.annotations.NullMarked;
