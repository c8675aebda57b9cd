@NullMarked
package ews.dashboard.plays;

import org.jspecify.annotations.NullMarked;
