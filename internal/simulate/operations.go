package simulate

// operation is something that a step may do.
type operation struct {
	name   string
	weight int // of 1,000 or so
	do     func(*run) error
}

// operations are all of them.
var operations []operation

func init() {
	operations = []operation{
		{"place", 150, (*run).place},
		{"place more than there may be", 25, (*run).placeMuch},
		{"place what cannot be ordered", 30, (*run).placeWrong},
		{"place to a wrong address", 6, (*run).placeElsewhere},
		{"place with the total that was seen", 20, (*run).placeSeen},
		{"place the cart", 25, (*run).placeCart},
		{"place twice at once", 20, (*run).placeTwice},
		{"place many at once", 12, (*run).rush},
		{"place again, same content", 20, (*run).placeAgain},
		{"place again, other content", 12, (*run).placeOther},
		{"move again", 20, (*run).moveAgain},
		{"cart put", 20, (*run).cartPut},
		{"cart add", 20, (*run).cartAdd},
		{"cart remove", 10, (*run).cartRemove},
		{"cart clear", 5, (*run).cartClear},
		{"cart reorder", 12, (*run).reorder},
		{"accept", 70, (*run).accept},
		{"accept in the field", 15, (*run).acceptInTheField},
		{"accept by a program", 20, (*run).acceptByProgram},
		{"reject", 20, (*run).reject},
		{"cancel by the dealer", 20, (*run).cancelByDealer},
		{"cancel by staff", 15, (*run).cancelByStaff},
		{"move an old version", 15, (*run).oldVersion},
		{"ship what is in one warehouse", 70, (*run).ship},
		{"ship a part", 50, (*run).shipPart},
		{"ship by a program", 25, (*run).shipByProgram},
		{"ship what cannot be shipped", 20, (*run).shipWrong},
		{"receive", 60, (*run).receive},
		{"receive less", 25, (*run).receiveLess},
		{"receive again", 10, (*run).receiveAgain},
		{"expire", 6, (*run).expire},
		{"review rule", 8, (*run).setRule},
		{"stock adjust", 45, (*run).adjust},
		{"stock count", 35, (*run).count},
		{"stock safety", 8, (*run).keep},
		{"stock told by a program", 15, (*run).feed},
		{"prices", 25, (*run).reprice},
		{"prices told by a program", 12, (*run).pricesTold},
		{"goods published or archived", 10, (*run).publish},
		{"dealer frozen or not", 10, (*run).freeze},
		{"display of stock", 6, (*run).display},
		{"prices heard of", 8, (*run).hear},
		{"facts dispatched", 15, (*run).carry},
		{"another's order", 25, (*run).foreign},
		{"without the permission", 20, (*run).denied},
	}
}
