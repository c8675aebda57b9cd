@NullMarked
package ews.dashboard.accounts;

import org.jspecify.annotations.NullMarked;
