// Package report adds up what was ordered, so that a desk can show it at once.
//
// It owns two summaries: of each dealer and day the orders and their money, and of each dealer, day and
// product the money of its lines. Regions, categories and divisions are joined when the figures are shown,
// so a dealer that moves or a product that changes its category takes its past along. It does not own what
// waits for somebody: that is counted from orders and stock themselves, by indexes that hold only what
// waits.
//
// The summaries follow the facts of orders: Keep reads facts behind its own position and adds up again the
// days of the orders they tell of, each day whole. So a fact may come twice, late or in any order. Before
// that, Keep fills the days that were there when it first ran, a week at a time.
//
// Always true: the rows of a dealer are guarded like its orders; a day on which every fact has been read
// is what its orders in review and accepted add up to (`qudao verify`: RP1, RP2); the figures are seconds
// behind the orders, never wrong for good.
package report
