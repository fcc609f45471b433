/** One contract of operations, told to the engine through every kind of client that people own. */
package io.sagescale.doors;
