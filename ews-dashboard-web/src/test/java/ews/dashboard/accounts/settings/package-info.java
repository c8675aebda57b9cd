@NullMarked
package ews.dashboard.accounts.settings;

import org.jspecify.annotations.NullMarked;
