@NullMarked
package ews.dashboard.view;

import org.jspecify.annotations.NullMarked;
