/** The page's own files and the libraries that it loads, out of the class path: without a token, for they hold no data. */
@NullMarked
package io.tadoru.serve.files;

import org.jspecify.annotations.NullMarked;
