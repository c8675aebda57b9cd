@NullMarked
package ews.dashboard;

import org.jspecify.annotations.NullMarked;
