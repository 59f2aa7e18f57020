package demo

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"
)

// Dealer is a company that orders from the brand.
type Dealer struct {
	// Index counts dealers from 0.
	Index int
	Code  string
	// Name is the registered one and unique, ShortName the one people use.
	Name, ShortName string
	Level           string
	// Region is the code of its city.
	Region int
	// Area is the code of the sales area the city belongs to.
	Area      string
	Tags      []string
	Divisions []string
	// Rep is the code of the staff member who looks after it.
	Rep string
	// Contact and Phone are the owner's.
	Contact, Phone string
	CreditCode     string
	// Warehouse is the code of the one that serves it first.
	Warehouse string
	// Since is the day it became a dealer.
	Since     time.Time
	Addresses []Address
}

// Address is where goods go. The first one of a dealer is its default.
type Address struct {
	Label, Receiver, Phone string
	// Region is a county code, or a city's where it has no counties.
	Region int
	// Street is what follows the region's name.
	Street string
}

// Account is a login of a dealer.
type Account struct {
	Login, Dealer string
	Name, Phone   string
	// Master is the dealer's first account, which makes the others.
	Master bool
}

// logins are those of the first dealers, which people are shown to try; the others use their code.
var logins = []string{"huaxin", "hengda", "lixin"}

// Dealers yields every dealer in the order of the codes.
func (b *Brand) Dealers() iter.Seq[Dealer] {
	return func(yield func(Dealer) bool) {
		for i := range b.opt.Dealers {
			if !yield(b.Dealer(i)) {
				return
			}
		}
	}
}

// Accounts yields the master account of every dealer.
func (b *Brand) Accounts() iter.Seq[Account] {
	return func(yield func(Account) bool) {
		for d := range b.Dealers() {
			if !yield(Account{Login: login(d.Index), Dealer: d.Code, Name: d.Contact, Phone: d.Phone, Master: true}) {
				return
			}
		}
	}
}

func login(dealer int) string {
	if dealer < len(logins) {
		return logins[dealer]
	}
	return strings.ToLower(dealerCode(dealer))
}

func dealerCode(i int) string { return fmt.Sprintf("D%05d", i+1) }

// Dealer makes the n-th dealer.
func (b *Brand) Dealer(n int) Dealer {
	s := b.stream("dealer", n)
	d := Dealer{Index: n, Code: dealerCode(n)}
	d.Region = b.atlas.cities[s.weighted(b.cities)]
	county := d.Region
	if counties := b.atlas.counties[d.Region]; len(counties) > 0 {
		county = pick(s, counties)
	}
	d.Level = levels[s.weighted([]int{3, 12, 35, 70, 100})].Code
	industry := b.industry(n)
	switch n {
	case 0:
		d.Region, county, d.Level, industry = 330100, 330106, "L1", "电器"
	case 1:
		d.Region, county, d.Level, industry = 510100, 510104, "L4", "五金"
	case 2:
		d.Region, county, d.Level, industry = 610100, 610113, "L3", "机电设备"
	}
	b.nameDealer(s, &d, county, industry)
	area := areaOf(d.Region)
	d.Area, d.Warehouse = area.Code, area.Warehouse
	d.Rep = repOf(d.Region)
	d.Contact, d.Phone = person(s), phone(1000+4*n)
	d.Tags = dealerTags(s, d, industry, b.atlas.region(county).Name)
	d.Divisions = dealerDivisions(s, d, industry)
	d.Since = b.start.AddDate(-s.between(0, 5), -s.between(1, 11), 0)
	if slices.Contains(d.Tags, "new") {
		d.Since = b.now.AddDate(0, 0, -s.between(35, 170))
	}
	d.Addresses = b.addresses(s, d, county)
	return d
}

// industry is decided by the trade name and by how often that name was used before, so that the two
// together are never used twice.
func (b *Brand) industry(n int) string {
	name, round := b.nameOf(n)
	return industries[(int(mix(uint64(name))%12)+round)%len(industries)]
}

// nameOf is the number of the trade name of a dealer and how often it was used before. Those of the
// first dealers are theirs alone.
func (b *Brand) nameOf(n int) (name, round int) {
	own := len(logins)
	if n < own {
		return n, 0
	}
	free := len(b.names) - own
	return own + (n-own)%free, (n - own) / free
}

// nameDealer gives a registered name: a company after its city, a small shop after its county too.
func (b *Brand) nameDealer(s stream, d *Dealer, county int, industry string) {
	which, round := b.nameOf(d.Index)
	name := b.names[which]
	// After every industry is used up, names get a third character.
	if more := round / len(industries); more > 0 {
		name += nameTails[(more-1)%len(nameTails)]
	}
	city := b.atlas.short(d.Region)
	kind := byte('1')
	small := d.Level >= "L4" && (strings.Contains(industry, "五金") || s.chance(25)) && industry != "电子商务" && industry != "智能科技"
	if d.Index < len(logins) {
		small = d.Index == 1
	}
	if small {
		kind = '2'
		tail := "经营部"
		if d.Index >= len(logins) {
			tail = pick(s, []string{"经营部", "商行", "经营部", "门市部"})
		}
		where := b.atlas.region(county).Path
		if !isFiller(b.atlas.region(d.Region).Name) {
			where = strings.TrimPrefix(where, b.atlas.province(county))
		}
		d.Name = where + name + industry + tail
	} else {
		tail := "有限公司"
		if d.Index >= len(logins) && industry != "装饰工程" && industry != "智能科技" {
			tail = pick(s, []string{"有限公司", "有限公司", "有限公司", "有限责任公司", "贸易有限公司"})
		}
		d.Name = city + name + industry + tail
	}
	if d.Index == 2 {
		d.Name = "西安立信机电工程有限公司"
	}
	d.ShortName = city + name
	d.CreditCode = creditCode(kind, county, 500_000+d.Index*17)
}

// dealerTags follow from what a dealer is.
func dealerTags(s stream, d Dealer, industry, county string) []string {
	likely := map[string]int{"property": 4, "ecom": 2, "smart": 3, "project": 6, "deco": 5}
	switch industry {
	case "五金", "五金机电":
		likely["chain"] = 45
	case "机电设备", "电气":
		likely["project"] = 70
	case "装饰工程", "建材":
		likely["deco"], likely["project"] = 75, 35
	case "电子商务":
		likely["ecom"] = 100
	case "智能科技":
		likely["smart"] = 85
	}
	if strings.HasSuffix(county, "县") || strings.HasSuffix(county, "旗") {
		likely["county"] = 80
	}
	switch d.Level {
	case "L1", "L2":
		likely["wholesale"] = 65
	case "L4", "L5":
		likely["retail"] = 50
	}
	if d.Level == "L5" {
		likely["new"] = 22
	}
	switch d.Index {
	case 0:
		return []string{"wholesale", "smart"}
	case 1:
		return []string{"chain", "retail"}
	case 2:
		return []string{"project"}
	}
	var out []string
	for _, tag := range tags {
		if s.chance(likely[tag.Code]) {
			out = append(out, tag.Code)
		}
	}
	return out
}

// dealerDivisions are the business units it has a contract with, one at least.
func dealerDivisions(s stream, d Dealer, industry string) []string {
	civil, light, smart := 85, 55, 12
	switch {
	case strings.Contains(industry, "灯") || strings.Contains(industry, "照明"):
		civil, light = 45, 100
	case strings.Contains(industry, "智能"):
		civil, smart = 50, 100
	case strings.Contains(industry, "电工") || strings.Contains(industry, "五金"):
		civil = 100
	case slices.Contains(d.Tags, "project"):
		light = 95
	}
	if d.Level <= "L2" {
		light, smart = light+25, smart+40
	}
	if d.Index == 0 {
		civil, light, smart = 100, 100, 100
	}
	var out []string
	for i, likely := range []int{civil, light, smart} {
		if s.chance(likely) {
			out = append(out, divisions[i].Code)
		}
	}
	if out == nil {
		out = []string{"CIVIL"}
	}
	return out
}

// addresses are one to three; larger dealers have more.
func (b *Brand) addresses(s stream, d Dealer, county int) []Address {
	count := 1
	if d.Level <= "L3" {
		count = s.between(1, 3)
	}
	if d.Index == 0 {
		count = 3
	}
	labels := []string{"总仓", "门店", "工程工地"}
	out := make([]Address, count)
	for i := range out {
		region := county
		if counties := b.atlas.counties[d.Region]; i > 0 && len(counties) > 0 {
			region = pick(s, counties)
		}
		out[i] = Address{
			Label: labels[i], Receiver: d.Contact, Phone: d.Phone, Region: region,
			Street: fmt.Sprintf("%s%d号%s%d栋%d号", pick(s, streets), s.between(1, 988), pick(s, markets), s.between(1, 12), s.between(101, 399)),
		}
		if i > 0 {
			out[i].Receiver, out[i].Phone = person(s), phone(1000+4*d.Index+i)
		}
	}
	return out
}
