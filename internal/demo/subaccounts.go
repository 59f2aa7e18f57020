package demo

// SubAccount is a person of a dealer beside its master account, with the limits that the master has set.
type SubAccount struct {
	Login, Dealer, Name string
	Roles               []string // the first is the one that most may do
	HidesPrices         bool
	Categories          []string // the goods it is kept to, as codes; none: all
	FirstAddress        bool     // it sends to the dealer's default address alone
	PerOrder, PerMonth  int      // yuan; 0: any amount
}

// SubAccounts are the people of the dealers that are shown to try: every role, and every kind of limit.
func (b *Brand) SubAccounts() []SubAccount {
	all := []SubAccount{
		{Login: "huaxin-buyer", Dealer: dealerCode(0), Name: "周敏", Roles: []string{"buyer"}, PerOrder: 20_000, PerMonth: 80_000},
		{Login: "huaxin-store", Dealer: dealerCode(0), Name: "李文静", Roles: []string{"buyer"}, HidesPrices: true, Categories: []string{"1", "2"}, FirstAddress: true},
		{Login: "huaxin-manager", Dealer: dealerCode(0), Name: "陈志强", Roles: []string{"buyer", "approver"}},
		{Login: "huaxin-finance", Dealer: dealerCode(0), Name: "吴雪梅", Roles: []string{"finance"}},
		{Login: "huaxin-viewer", Dealer: dealerCode(0), Name: "孙少波", Roles: []string{"viewer"}},
		{Login: "lixin-buyer", Dealer: dealerCode(2), Name: "马俊杰", Roles: []string{"buyer"}, PerMonth: 50_000},
		{Login: "lixin-finance", Dealer: dealerCode(2), Name: "罗玉兰", Roles: []string{"finance", "viewer"}},
	}
	var out []SubAccount
	for _, a := range all {
		for d := range min(b.opt.Dealers, len(logins)) {
			if a.Dealer == dealerCode(d) {
				out = append(out, a)
			}
		}
	}
	return out
}
