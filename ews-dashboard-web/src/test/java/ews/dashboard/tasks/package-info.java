@NullMarked
package ews.dashboard.tasks;

import org.jspecify.annotations.NullMarked;
