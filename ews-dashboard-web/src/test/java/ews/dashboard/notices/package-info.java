@NullMarked
package ews.dashboard.notices;

import org.jspecify.annotations.NullMarked;
