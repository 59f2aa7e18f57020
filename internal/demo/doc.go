// Package demo is the content of the fictional brand 启明电气, a maker of switches, sockets and
// lamps: its catalogue, prices, stock, dealers, staff and 18 months of orders.
//
// It is pure: a seed and sizes go in, plain structs with natural keys (codes) come out. It knows no
// database and reads nothing but the region codes embedded in it. Whoever loads it (seeding, tests,
// figures) chooses the keys inside and the way in.
//
// What grows without end (products, SKUs, dealers, prices, stock, orders) is an iterator, and each
// element is made from its index alone, so 1,000,000 SKUs cost no memory and any one of them can be
// asked for by number.
//
// Always true:
//   - the same Options give the same bytes, on every machine;
//   - each kind has a stream of random numbers of its own, so more orders change no dealer, and
//     the first 300 of 40,000 dealers are the 300 of the small brand;
//   - every code that points somewhere points to something that exists;
//   - an order holds only what its dealer may see, at the price that Quote gives for that day.
//
// Names, phone numbers (all under the prefix 160), bar codes and credit codes are invented. Check
// digits are right, so that they pass every form.
package demo
