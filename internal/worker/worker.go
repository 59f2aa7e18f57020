// Package worker reacts to facts and does what is due by the clock.
package worker
