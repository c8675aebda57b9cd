@NullMarked
package ews.dashboard.emails;

import org.jspecify.annotations.NullMarked;
