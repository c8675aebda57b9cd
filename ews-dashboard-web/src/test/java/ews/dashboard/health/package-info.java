@NullMarked
package ews.dashboard.health;

import org.jspecify.annotations.NullMarked;
