package seed

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"time"

	"qudao/internal/dealer"
	"qudao/internal/demo"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/secret"
)

// buyer is what the history must know of a dealer.
type buyer struct {
	id        int32
	account   person
	accountID id.ID
	addresses []json.RawMessage
	lists     []int // price lists that are for it, in the order in which they are asked
}

// organisation loads divisions, roles and staff, and the words that dealers are described in.
func (l *load) organisation(ctx context.Context) error {
	b := l.brand
	var divisions, tags []org.Ref
	for _, d := range b.Divisions {
		divisions = append(divisions, org.Ref{Code: d.Code, Name: d.Name})
	}
	for _, t := range b.Tags {
		tags = append(tags, org.Ref{Code: t.Code, Name: t.Name})
	}
	var levels []dealer.Level
	for i, level := range b.Levels {
		levels = append(levels, dealer.Level{Code: level.Code, Name: level.Name, Rank: i + 1})
	}
	regions := make([]dealer.Region, len(b.Regions))
	for i, r := range b.Regions {
		regions[i] = dealer.Region{Code: r.Code, Name: r.Name, Level: r.Level}
		if r.Parent != 0 {
			regions[i].Parent = &b.Regions[i].Parent
		}
	}
	for _, do := range []func() error{
		func() error { return org.UpsertDivisionsTx(ctx, l.tx, divisions) },
		func() error { return org.UpsertStandardRolesTx(ctx, l.tx) },
		func() error { return dealer.UpsertRegionsTx(ctx, l.tx, regions) },
		func() error { return dealer.UpsertLevelsTx(ctx, l.tx, levels) },
		func() error { return dealer.UpsertTagsTx(ctx, l.tx, tags) },
		func() error { return l.departments(ctx, false) },
		func() error { return l.staff(ctx) },
		func() error { return l.departments(ctx, true) },
	} {
		if err := do(); err != nil {
			return err
		}
	}
	var err error
	l.divisions, err = l.ids(ctx, divisionIDsSQL)
	return err
}

// departments loads the tree; heads is whether the staff is there to head it.
func (l *load) departments(ctx context.Context, heads bool) error {
	in := make([]org.DepartmentInput, len(l.brand.Departments))
	for i, d := range l.brand.Departments {
		in[i] = org.DepartmentInput{Code: d.Code, Name: d.Name, Parent: d.Parent, Sort: i}
		if heads {
			in[i].Head = d.Head
		}
	}
	return org.UpsertDepartmentsTx(ctx, l.tx, in)
}

func (l *load) staff(ctx context.Context) error {
	l.keepers = map[string]person{}
	for _, s := range l.brand.Staff {
		in := org.MemberInput{Code: s.Code, Username: s.Login, Name: s.Name, Departments: s.Departments, Roles: s.Roles, DataScope: org.ScopeAll}
		if _, err := org.CreateMemberTx(ctx, l.tx, in, l.password); err != nil {
			return fmt.Errorf("staff %s: %w", s.Code, err)
		}
		l.keepers[s.Code] = person{actor: string(org.Staff) + ":" + s.Code, name: s.Name}
	}
	l.say("%d members of staff", len(l.brand.Staff))
	return nil
}

// people loads the dealers with their addresses and accounts, batch by batch.
func (l *load) people(ctx context.Context) error {
	l.dealerIndex = map[string]int{}
	accounts, stop := iter.Pull(l.brand.Accounts())
	defer stop()
	paths := make(map[int]string, len(l.brand.Regions))
	for _, r := range l.brand.Regions {
		paths[r.Code] = r.Path
	}
	for batch := range chunks(l.brand.Dealers(), dealer.MaxBatch) {
		if err := l.batch(ctx, batch, accounts, paths); err != nil {
			return err
		}
		if n := len(l.dealers); n%10_000 == 0 {
			l.say("%d dealers so far", n)
		}
	}
	// They have been dealers for longer than the program has known them.
	since := make([]any, 2)
	var ids []int32
	var days []string
	for d := range l.brand.Dealers() {
		ids, days = append(ids, l.dealers[d.Index].id), append(days, d.Since.Format("2006-01-02T15:04:05Z07:00"))
	}
	since[0], since[1] = ids, days
	for _, sql := range []string{dealersSinceSQL, termsSinceSQL} {
		if _, err := l.tx.Exec(ctx, sql, since...); err != nil {
			return err
		}
	}
	l.say("%d dealers", len(l.dealers))
	return l.handovers(ctx)
}

// handovers loads who was a dealer's representative before. Who gave left, and sees nothing any more.
func (l *load) handovers(ctx context.Context) error {
	for _, h := range l.brand.Handovers {
		var dealers []int32
		for d := range l.brand.Dealers() {
			if d.Rep == h.To && demo.RegionUnder(d.Region, h.Region) {
				dealers = append(dealers, l.dealers[d.Index].id)
			}
		}
		at := l.brand.Now().AddDate(0, 0, -h.DaysAgo)
		if len(dealers) == 0 {
			continue
		}
		if _, err := l.tx.Exec(ctx, handedOverSQL, id.At(at, nil), h.From, h.To, at.Format(time.DateOnly), h.Reason, len(dealers), at, dealers); err != nil {
			return fmt.Errorf("hand dealers over: %w", err)
		}
	}
	for _, s := range l.brand.Staff {
		if s.Left {
			if err := org.LeaveTx(ctx, l.tx, org.NewSystem("seed"), s.Code); err != nil {
				return fmt.Errorf("staff %s leaves: %w", s.Code, err)
			}
		}
	}
	return nil
}

func (l *load) batch(ctx context.Context, batch []demo.Dealer, nextAccount func() (demo.Account, bool), paths map[int]string) error {
	in := make([]dealer.Input, len(batch))
	for i, d := range batch {
		in[i] = dealer.Input{
			Code: d.Code, Name: d.Name, ShortName: d.ShortName, Level: d.Level, Region: d.Region, Tags: d.Tags, Divisions: d.Divisions,
			Rep: d.Rep, Contact: secret.Name(d.Contact), Phone: secret.Phone(d.Phone), CreditCode: d.CreditCode,
		}
	}
	made, err := dealer.UpsertTx(ctx, l.tx, in)
	if err != nil {
		return err
	}
	var addresses []dealer.Address
	accounts := make([]dealer.NewAccount, len(batch))
	for i, d := range batch {
		if made[i].Err != nil {
			return fmt.Errorf("dealer %s: %w", d.Code, made[i].Err)
		}
		own, kept, err := l.addresses(d, made[i].ID, paths)
		if err != nil {
			return err
		}
		addresses = append(addresses, own...)
		a, ok := nextAccount()
		if !ok || a.Dealer != d.Code {
			return fmt.Errorf("dealer %s has no account", d.Code)
		}
		accounts[i] = dealer.NewAccount{DealerID: made[i].ID, Name: secret.Name(a.Name), Username: a.Login, Password: l.password, Role: dealer.RoleMaster}
		l.dealerIndex[d.Code] = len(l.dealers)
		l.dealers = append(l.dealers, buyer{id: made[i].ID, account: person{name: a.Name}, addresses: kept})
	}
	if err := dealer.PutAddressesTx(ctx, l.tx, addresses); err != nil {
		return err
	}
	ids, err := dealer.PutAccountsTx(ctx, l.tx, accounts)
	if err != nil {
		return err
	}
	for i, account := range ids {
		b := &l.dealers[len(l.dealers)-len(ids)+i]
		b.accountID, b.account.actor = account, string(org.Dealer)+":"+account.String()
	}
	return nil
}

// addresses are a dealer's as they are stored with it, and as an order keeps them.
func (l *load) addresses(d demo.Dealer, dealerID int32, paths map[int]string) (own []dealer.Address, kept []json.RawMessage, err error) {
	r := l.numbers('a', d.Index)
	for i, a := range d.Addresses {
		key := r.id(d.Since)
		own = append(own, dealer.Address{DealerID: dealerID, ID: key, Name: secret.Name(a.Receiver), Phone: secret.Phone(a.Phone),
			RegionCode: a.Region, Detail: a.Street, Default: i == 0})
		phone, err := l.tx.Keys().Seal(dealer.PhoneOfAddress, dealer.AddressRow(dealerID, key), a.Phone)
		if err != nil {
			return nil, nil, err
		}
		text, err := json.Marshal(map[string]any{"id": key, "name": a.Receiver, "phone": phone, "region_code": a.Region, "region_name": paths[a.Region], "detail": a.Street})
		if err != nil {
			return nil, nil, err
		}
		kept = append(kept, text)
	}
	return own, kept, nil
}

// groups loads the audiences; the package dealer puts the dealers into them.
func (l *load) groups(ctx context.Context) error {
	in := make([]dealer.AudienceInput, len(l.brand.Audiences))
	for i, a := range l.brand.Audiences {
		in[i] = dealer.AudienceInput{Code: a.Code, Name: a.Name, Rule: dealer.Rule(a.Rule)}
	}
	if err := dealer.SaveAudiencesTx(ctx, l.tx, in); err != nil {
		return err
	}
	l.say("%d audiences", len(in))
	var err error
	l.audiences, err = l.ids(ctx, audienceIDsSQL)
	return err
}
