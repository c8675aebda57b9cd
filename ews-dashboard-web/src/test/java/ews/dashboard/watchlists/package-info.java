@NullMarked
package ews.dashboard.watchlists;

import org.jspecify.annotations.NullMarked;
