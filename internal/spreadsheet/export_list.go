package spreadsheet

import (
	"context"
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"time"

	"qudao/internal/dealer"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/money"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/qty"
	"qudao/internal/record"
	"qudao/internal/render"
	"qudao/internal/secret"
)

// orderList writes orders, a row for each line, the newest first.
type orderList struct {
	filter Filter
	lang   fault.Language
	below  *id.ID
	who    org.Actor // whose rows, and shown as they may see them
}

type orderLine struct {
	ID         id.ID         `db:"id"`
	Number     string        `db:"number"`
	PlacedAt   time.Time     `db:"placed_at"`
	State      string        `db:"state"`
	Dealer     string        `db:"dealer"`
	DealerName string        `db:"dealer_name"`
	PlacedBy   string        `db:"placed_by"`
	Total      money.Amount  `db:"total"`
	DealerID   int32         `db:"dealer_id"`
	To         order.Address `db:"address"`
	Remark     string        `db:"remark"`
	Line       int           `db:"line"`
	SKU        string        `db:"sku"`
	Name       string        `db:"name"`
	Unit       string        `db:"unit"`
	Quantity   qty.Quantity  `db:"quantity"`
	Price      money.Price   `db:"price"`
	Amount     money.Amount  `db:"amount"`
	Net        money.Amount  `db:"net"`
	Tax        money.Amount  `db:"tax"`
	TaxRate    money.Rate    `db:"tax_rate"`
	Shipped    qty.Quantity  `db:"shipped"`
	Received   qty.Quantity  `db:"received"`
	Cancelled  qty.Quantity  `db:"cancelled"`
}

func (l *orderList) sheet(context.Context, *pg.Tx) (render.Sheet, error) {
	sheet := orderSheet
	if l.who.HidesPrices() {
		sheet.Columns = nil
		for _, c := range orderSheet.Columns {
			if !telling[c.Key] {
				sheet.Columns = append(sheet.Columns, c)
			}
		}
	}
	return sheet, nil
}

// telling are the columns that tell prices.
var telling = map[string]bool{"price": true, "amount": true, "net": true, "tax": true, "total": true}

// shown is a row without the columns that are hidden.
func (l *orderList) shown(row []string) []string {
	if !l.who.HidesPrices() {
		return row
	}
	out := make([]string, 0, len(row))
	for i, text := range row {
		if !telling[orderSheet.Columns[i].Key] {
			out = append(out, text)
		}
	}
	return out
}

// args are those of both statements. The bounds of ids let PostgreSQL leave out whole months; a day
// is beyond what the clocks that made them can differ from the time of placing.
func (l *orderList) args() []any {
	var since, until *id.ID
	const margin = 24 * time.Hour
	if f := l.filter.From; f != nil {
		floor := id.Floor(f.Add(-margin))
		since = &floor
	}
	if t := l.filter.To; t != nil {
		floor := id.Floor(t.Add(margin))
		until = &floor
	}
	return []any{l.filter.Query, l.filter.State, l.filter.Dealer, l.filter.From, l.filter.To, since, until, l.who.Reach(), l.who.Alone()}
}

func (l *orderList) count(ctx context.Context, tx *pg.Tx) (int, error) {
	return pg.Value[int](ctx, tx, countOrdersSQL, l.args()...)
}

func (l *orderList) next(ctx context.Context, tx *pg.Tx) ([][]string, error) {
	lines, err := pg.All[orderLine](ctx, tx, ordersSQL, append(l.args(), l.below)...)
	rows := make([][]string, len(lines))
	for i, o := range lines {
		phone, err := dealer.OpenReceiver(tx.Keys(), o.DealerID, o.To.ID, o.To.Phone.Reveal())
		if err != nil {
			return nil, err
		}
		rows[i] = l.shown([]string{
			o.Number, moment(&o.PlacedAt), say(orderStates, o.State, l.lang), o.Dealer, o.DealerName, o.PlacedBy, strconv.Itoa(o.Line), o.SKU, o.Name, o.Unit,
			o.Quantity.String(), o.Price.String(), o.Amount.String(), o.Net.String(), o.Tax.String(), o.TaxRate.String(), o.Shipped.String(), o.Received.String(),
			o.Cancelled.String(), o.Total.String(), org.Show(l.who, o.To.Name), org.Show(l.who, phone), strings.TrimSpace(o.To.RegionName + " " + o.To.Detail), o.Remark,
		})
		l.below = &lines[i].ID
	}
	return rows, err
}

// dealerList writes dealers by code.
type dealerList struct {
	filter Filter
	lang   fault.Language
	after  string
	who    org.Actor // whose rows, and shown as they may see them
}

type dealerLine struct {
	Code       string      `db:"code"`
	Name       string      `db:"name"`
	ShortName  string      `db:"short_name"`
	Level      string      `db:"level"`
	LevelName  string      `db:"level_name"`
	Region     int         `db:"region"`
	RegionName string      `db:"region_name"`
	Tags       []string    `db:"tags"`
	Divisions  []string    `db:"divisions"`
	Rep        *string     `db:"rep"`
	Contact    secret.Name `db:"contact"`
	Phone      string      `db:"phone"`
	CreditCode string      `db:"credit_code"`
	State      string      `db:"state"`
}

func (l *dealerList) sheet(context.Context, *pg.Tx) (render.Sheet, error) { return dealerSheet, nil }

func (l *dealerList) count(ctx context.Context, tx *pg.Tx) (int, error) {
	return pg.Value[int](ctx, tx, countDealersSQL, l.args()...)
}

func (l *dealerList) args() []any {
	f := l.filter
	return []any{f.Query, f.State, f.Level, f.Region, f.Tag, f.Audience, l.who.Reach()}
}

func (l *dealerList) next(ctx context.Context, tx *pg.Tx) ([][]string, error) {
	lines, err := pg.All[dealerLine](ctx, tx, dealersSQL, append(l.args(), l.after)...)
	rows := make([][]string, len(lines))
	for i, d := range lines {
		phone, err := tx.Keys().Open(dealer.PhoneOfDealer, d.Code, d.Phone)
		if err != nil {
			return nil, err
		}
		rows[i], l.after = []string{
			d.Code, d.Name, d.ShortName, d.Level, d.LevelName, strconv.Itoa(d.Region), d.RegionName, strings.Join(d.Tags, ","), strings.Join(d.Divisions, ","),
			text(d.Rep), org.Show(l.who, d.Contact), org.Show(l.who, secret.Phone(phone)), d.CreditCode, say(dealerStates, d.State, l.lang),
		}, d.Code
	}
	return rows, err
}

// auditList writes changes, the newest first.
type auditList struct {
	filter Filter
	lang   fault.Language
	who    org.Actor // shown as they may see it
	at     *time.Time
	below  int64
}

type auditLine struct {
	ID      int64           `db:"id"`
	At      time.Time       `db:"at"`
	Actor   string          `db:"actor"`
	Address string          `db:"address"`
	Trace   string          `db:"trace"`
	Action  string          `db:"action"`
	Table   string          `db:"tbl"`
	Key     string          `db:"key"`
	Before  json.RawMessage `db:"before"`
	After   json.RawMessage `db:"after"`
}

func (l *auditList) sheet(context.Context, *pg.Tx) (render.Sheet, error) { return auditSheet, nil }

func (l *auditList) args() []any {
	return []any{l.filter.Actor, l.filter.Table, l.filter.Key, l.filter.From, l.filter.To}
}

func (l *auditList) count(ctx context.Context, tx *pg.Tx) (int, error) {
	n, err := pg.Value[int64](ctx, tx, countAuditSQL, l.args()...)
	return int(min(n, math.MaxInt32)), err
}

func (l *auditList) next(ctx context.Context, tx *pg.Tx) ([][]string, error) {
	lines, err := pg.All[auditLine](ctx, tx, auditSQL, append(l.args(), l.at, l.below)...)
	rows := make([][]string, len(lines))
	for i, c := range lines {
		before, after := record.Shown(tx.Keys(), l.who, c.Table, c.Key, c.Before), record.Shown(tx.Keys(), l.who, c.Table, c.Key, c.After)
		was, is := record.Differences(before, after, l.lang)
		rows[i] = []string{moment(&c.At), c.Actor, c.Address, say(auditActions, c.Action, l.lang), record.TableName(c.Table, l.lang), c.Table, c.Key, cut(was), cut(is), c.Trace}
		l.at, l.below = &lines[i].At, c.ID
	}
	return rows, err
}

// cut keeps a text within what a cell of Excel holds.
func cut(text string) string {
	const longest = 32_000
	runes := []rune(text)
	if len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return text
}
