/** The command; whole-system tests.. */
@NullMarked
package io.tadoru.tadoru;

import org.jspecify.annotations.NullMarked;
