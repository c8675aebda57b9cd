/** The templates of emails to contacts: what they say, in versions, and a form that shows them for a real account. */
@NullMarked
package ews.dashboard.templates;

import org.jspecify.annotations.NullMarked;
