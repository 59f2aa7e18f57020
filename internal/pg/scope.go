package pg

import (
	"slices"
	"strconv"
	"strings"
)

// Scope says who acts and which dealers' rows exist for the transaction. The zero Scope sees no
// guarded row.
type Scope struct {
	Actor     string  // who, as audit writes it: "staff:orders", "account:<uuid>", "key:<uuid>", "system:expiry"
	Address   string  // where from, for audit
	Trace     string  // the request's id, for audit and logs
	Dealers   []int32 // rows of these dealers
	Audiences []int32 // price lists of these audiences
	Staff     int32   // rows of the dealers in this staff scope; 0 is none
	All       bool    // rows of every dealer
}

// arguments renders the scope for set_config, in the order of scopeSQL.
func (s Scope) arguments(now string) []any {
	all := ""
	if s.All {
		all = "on"
	}
	staff := ""
	if s.Staff != 0 {
		staff = strconv.Itoa(int(s.Staff))
	}
	return []any{s.Actor, s.Address, s.Trace, array(s.Dealers), array(s.Audiences), staff, all, now}
}

// array renders ids as a PostgreSQL array literal; no ids are no context at all.
func array(ids []int32) string {
	if len(ids) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteByte('{')
	for i, id := range ids {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Itoa(int(id)))
	}
	b.WriteByte('}')
	return b.String()
}

// Sorted returns the distinct ids in order: the order in which locks are taken.
func Sorted[T ~int32 | ~int64 | ~int](ids []T) []T {
	out := slices.Clone(ids)
	slices.Sort(out)
	return slices.Compact(out)
}
