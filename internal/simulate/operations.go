package simulate

// operation is something that a step may do.
type operation struct {
	name   string
	weight int
	do     func(*run) error
}

// operations are all of them. A weight of 10 is about one step in a hundred.
var operations []operation

func init() {
	operations = []operation{
		{"place", 150, (*run).place},
		{"place: more than there may be", 40, (*run).placeMuch},
		{"place: what cannot be ordered", 40, (*run).placeWrong},
		{"place: to a wrong address", 10, (*run).placeElsewhere},
		{"place: with the total that was seen", 20, (*run).placeSeen},
	}
}
