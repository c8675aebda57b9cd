/** What plays do when another module tells that something happened. */
@NullMarked
package ews.plays.listener;

import org.jspecify.annotations.NullMarked;
