@NullMarked
package ews.dashboard.templates;

import org.jspecify.annotations.NullMarked;
