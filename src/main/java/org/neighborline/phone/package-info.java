/** Phone numbers and the two channels they reach us by. Start reading at {@code PhoneNumber}. */
@NullMarked
package org.neighborline.phone;

import org.jspecify.annotations.NullMarked;
