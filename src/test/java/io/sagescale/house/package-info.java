/** The house rules as tests: who may import whom, and what may reach a run from outside. */
package io.sagescale.house;
