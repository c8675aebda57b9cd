@NullMarked
package ews.dashboard.today;

import org.jspecify.annotations.NullMarked;
