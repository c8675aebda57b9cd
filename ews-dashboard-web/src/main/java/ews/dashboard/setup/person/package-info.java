/** People at accounts who ask to be forgotten. */
@NullMarked
package ews.dashboard.setup.person;

import org.jspecify.annotations.NullMarked;
