// Package paper prints what goes with an order on paper: the order itself (订单), the picking list (拣货单)
// by which a warehouse takes its goods from the shelves, and the delivery note (送货单) that travels with a
// shipment. Each is a PDF on A4, in Chinese or English.
//
// It owns the letterhead: in whose name papers are printed. It does not own orders (order says what there
// is to print, and to whom) nor how a page is set (render).
//
// Always true: whoever may not read an order gets none of its papers; prices and amounts stand on the order
// alone; a dealer's papers do not say from which warehouse its goods come; a picking list holds what is
// still reserved and nothing else, a page for each warehouse, by SKU code; printing changes nothing.
package paper
