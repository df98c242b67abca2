/**
 * People known by a phone number, and what we may do with that number. Start reading at {@code
 * Contact}.
 */
@NullMarked
package org.neighborline.contact;

import org.jspecify.annotations.NullMarked;
