@NullMarked
package ews.dashboard.alerts;

import org.jspecify.annotations.NullMarked;
