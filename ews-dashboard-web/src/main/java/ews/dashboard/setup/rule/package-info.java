/** Detection rules: what each looks for, whether it is on, and the play that it suggests. */
@NullMarked
package ews.dashboard.setup.rule;

import org.jspecify.annotations.NullMarked;
