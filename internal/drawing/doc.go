// Package drawing draws electrical goods: switches, sockets, breakers, lamps and the rest of what a maker
// like the demo brand sells, as SVG.
//
// A drawing is line art with quiet shading, 800 × 800 units upon no ground of its own, lit from above
// left. What it shows follows from a Subject alone: its shape, its counts (gangs, poles, outlets), its
// finish, and the style of its series, so that two series of one article are told apart at a glance. It
// does not own what the brand makes; package demo says which subjects there are.
//
// Always true: the same Subject gives the same bytes; no drawing holds text of a language, a program, or
// anything that it would have to fetch; it reads well at 96 pixels and at 800.
package drawing
