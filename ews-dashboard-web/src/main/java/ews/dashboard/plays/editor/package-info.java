/** Writing plays: a form that keeps what was typed, its steps in rows. */
@NullMarked
package ews.dashboard.plays.editor;

import org.jspecify.annotations.NullMarked;
