@NullMarked
package ews.dashboard.checkins;

import org.jspecify.annotations.NullMarked;
