@NullMarked
package ews.dashboard.meetings;

import org.jspecify.annotations.NullMarked;
