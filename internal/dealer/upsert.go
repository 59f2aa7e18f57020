package dealer

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"

	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/queue"
	"qudao/internal/secret"
)

// MaxBatch is the greatest number of dealers in one UpsertTx.
const MaxBatch = 1000

// FactChanged is the fact that a dealer's facts or its membership of audiences changed. Its document is
// "dealer", named by code; its data says ChangedData.
const FactChanged = "dealer.changed"

// ChangedData is what FactChanged carries.
type ChangedData struct {
	ID  int32  `json:"id"`
	Why string `json:"why"` // "created", "updated", "audience"
}

// Result says what became of one dealer of a batch.
type Result string

// The results.
const (
	Created   Result = "created"
	Updated   Result = "updated"
	Unchanged Result = "unchanged"
	Failed    Result = "failed"
)

// Upserted is what became of one dealer of a batch.
type Upserted struct {
	ID     int32 // 0 when it failed
	Code   string
	Result Result
	Err    error // a fault, when it failed
}

// UpsertTx makes or changes many dealers by code, each on its own: one that is wrong is told in its
// place, and the others are kept. The transaction must see every dealer.
//
// Errors: TooMany.
func UpsertTx(ctx context.Context, tx *pg.Tx, in []Input) ([]Upserted, error) {
	if len(in) > MaxBatch {
		return nil, TooMany.With("maximum", MaxBatch)
	}
	return upsert(ctx, tx, in, 0)
}

// Upsert is UpsertTx in a transaction of its own.
func (s *Service) Upsert(ctx context.Context, who org.Actor, in []Input) (out []Upserted, err error) {
	if err := who.Require(org.DealerEdit); err != nil {
		return nil, err
	}
	if who.OwnDealers {
		return nil, RepDenied.With()
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = UpsertTx(ctx, tx, in)
		return err
	})
	for _, u := range out {
		s.Forget(u.ID)
	}
	return out, err
}

// before is a dealer as it was, locked.
type before struct {
	ID      int32  `db:"id"`
	Code    string `db:"code"`
	RepID   *int32 `db:"rep_id"`
	State   State  `db:"state"`
	Contact string `db:"contact"`
	Phone   string `db:"phone"` // sealed
	Version int    `db:"version"`
}

// record is a dealer on its way into upsertSQL, as JSON.
type record struct {
	ID          int32   `json:"id"` // 0: to be made
	Code        string  `json:"code"`
	Name        string  `json:"name"`
	ShortName   string  `json:"short_name"`
	LevelID     int32   `json:"level_id"`
	RegionCode  int32   `json:"region_code"`
	TagIDs      []int32 `json:"tag_ids"`
	DivisionIDs []int32 `json:"division_ids"`
	RepID       *int32  `json:"rep_id"`
	Contact     string  `json:"contact"`
	Phone       string  `json:"phone"` // sealed
	PhoneIndex  *string `json:"phone_index"`
	CreditCode  string  `json:"credit_code"`
	State       State   `json:"state"`
	Search      string  `json:"search"`
}

// upsert is the one way in which facts of dealers change. Membership is computed in the statement that
// writes the facts; the lock keeps rules from changing meanwhile. Whose scope is reach, 0 being everybody's,
// makes and changes no dealer that would not be in it afterwards (RepDenied).
func upsert(ctx context.Context, tx *pg.Tx, in []Input, reach int32) ([]Upserted, error) {
	if _, err := tx.Exec(ctx, lockFactsSQL); err != nil {
		return nil, err
	}
	old, err := hold(ctx, tx, in)
	if err != nil {
		return nil, err
	}
	found, err := lookUp(ctx, tx, 0, wantedOf(in))
	if err != nil {
		return nil, err
	}
	out := make([]Upserted, len(in))
	records := make([]record, 0, len(in))
	at := make(map[string]int, len(in)) // code -> place in the batch
	for i := range in {
		out[i] = Upserted{Code: in[i].Code, Result: Failed}
		if _, ok := at[in[i].Code]; ok {
			out[i].Err = CodeRepeated.At("code", "code", in[i].Code)
			continue
		}
		at[in[i].Code] = i
		r, err := resolve(tx.Keys(), in[i], found, old[in[i].Code])
		if err != nil {
			out[i].Err = err
			continue
		}
		out[i] = Upserted{ID: r.ID, Code: r.Code, Result: Unchanged}
		records = append(records, r)
	}
	changes, err := write(ctx, tx, records)
	if err != nil {
		return nil, err
	}
	if err := remain(ctx, tx, reach, changes); err != nil {
		return nil, err
	}
	for _, c := range changes {
		u := &out[at[c.Code]]
		u.ID, u.Result = c.ID, Updated
		if c.Created {
			u.Result = Created
		}
	}
	for _, r := range records {
		// A new code that was not made belongs to somebody else's dealer.
		if u := &out[at[r.Code]]; u.ID == 0 {
			u.Result, u.Err = Failed, org.CodeTaken.At("code", "code", r.Code)
		}
	}
	if err := moveReps(ctx, tx, changes, old); err != nil {
		return nil, err
	}
	return out, tell(ctx, tx, changes)
}

// hold locks the dealers that exist already, in the order of their ids.
func hold(ctx context.Context, tx *pg.Tx, in []Input) (map[string]before, error) {
	codes := make([]string, len(in))
	for i := range in {
		codes[i] = in[i].Code
	}
	rows, err := pg.All[before](ctx, tx, holdSQL, codes, 0) // the caller has chosen them
	if err != nil {
		return nil, fmt.Errorf("lock dealers: %w", err)
	}
	out := make(map[string]before, len(rows))
	for _, row := range rows {
		out[row.Code] = row
	}
	return out, nil
}

func wantedOf(in []Input) wanted {
	w := wanted{}
	for _, d := range in {
		w.region(d.Region)
		w[kindLevel] = append(w[kindLevel], d.Level)
		w[kindTag] = append(w[kindTag], d.Tags...)
		w[kindDivision] = append(w[kindDivision], d.Divisions...)
		w[kindRep] = append(w[kindRep], d.Rep)
	}
	return w
}

// resolve turns codes into ids, or tells everything that is wrong.
func resolve(keys *secret.Keyring, in Input, found index, old before) (record, error) {
	var fields fault.Fields
	if err := in.unmask(keys, old); err != nil {
		return record{}, err
	}
	in.check(&fields)
	r := record{
		ID: old.ID, Code: in.Code, Name: in.Name, ShortName: in.ShortName,
		LevelID:     found.id(&fields, "level", kindLevel, in.Level),
		RegionCode:  found.id(&fields, "region", kindRegion, strconv.Itoa(in.Region)),
		TagIDs:      found.ids(&fields, "tags", kindTag, in.Tags),
		DivisionIDs: found.ids(&fields, "divisions", kindDivision, in.Divisions),
		Contact:     in.Contact.Reveal(), CreditCode: in.CreditCode,
		State: in.State, Search: searchText(in.Code, in.Name, in.ShortName),
	}
	if r.State == "" {
		r.State = StateActive
		if old.ID != 0 {
			r.State = old.State
		}
	}
	if in.Rep != "" {
		rep := found.id(&fields, "rep", kindRep, in.Rep)
		r.RepID = &rep
		// Who left stays on the dealers they had, but gets no more.
		if kept := old.RepID != nil && *old.RepID == rep; found[indexKey{kindRep, in.Rep}].left && !kept {
			fields.Add("rep", org.CodeUnknown, "code", in.Rep)
		}
	}
	if err := fields.Err(); err != nil {
		return r, err
	}
	var index []byte
	var err error
	if r.Phone, index, err = sealPhone(keys, PhoneOfDealer, in.Code, old.Phone, in.Phone); err != nil {
		return r, err
	}
	r.PhoneIndex = hexed(index)
	return r, nil
}

// change is a dealer that was made or changed.
type change struct {
	ID      int32  `db:"id"`
	Code    string `db:"code"`
	Version int    `db:"version"`
	RepID   *int32 `db:"rep_id"`
	Created bool   `db:"created"`
	why     string
}

func write(ctx context.Context, tx *pg.Tx, records []record) ([]change, error) {
	if len(records) == 0 {
		return nil, nil
	}
	text, err := json.Marshal(records)
	if err != nil {
		return nil, fmt.Errorf("write dealers: %w", err)
	}
	changes, err := pg.All[change](ctx, tx, upsertSQL, text)
	if err != nil {
		return nil, fmt.Errorf("write dealers: %w", err)
	}
	for i := range changes {
		changes[i].why = string(Updated)
		if changes[i].Created {
			changes[i].why = string(Created)
		}
	}
	return changes, nil
}

// remain refuses changes that lead a dealer out of a scope. PostgreSQL has moved the scopes already.
func remain(ctx context.Context, tx *pg.Tx, reach int32, changes []change) error {
	if reach == 0 || len(changes) == 0 {
		return nil
	}
	ids := make([]int32, len(changes))
	for i, c := range changes {
		ids[i] = c.ID
	}
	out, err := pg.Value[bool](ctx, tx, anyOutsideSQL, ids, reach)
	if err != nil {
		return err
	}
	if out {
		return RepDenied.With()
	}
	return nil
}

// moveReps writes down who the rep was until now. PostgreSQL lets the new one see the dealer.
func moveReps(ctx context.Context, tx *pg.Tx, changes []change, old map[string]before) error {
	moved, reps := []int32{}, []*int32{}
	for _, c := range changes {
		was := old[c.Code].RepID
		if was == c.RepID || was != nil && c.RepID != nil && *was == *c.RepID {
			continue
		}
		moved, reps = append(moved, c.ID), append(reps, c.RepID)
	}
	if len(moved) == 0 {
		return nil
	}
	if _, err := tx.Exec(ctx, endTermsSQL, moved); err != nil {
		return fmt.Errorf("end terms of reps: %w", err)
	}
	_, err := tx.Exec(ctx, beginTermsSQL, moved, reps)
	return err
}

// tell states a fact for each dealer that changed.
func tell(ctx context.Context, tx *pg.Tx, changes []change) error {
	facts := make([]queue.Fact, 0, len(changes))
	for _, c := range changes {
		f, err := queue.Of(FactChanged, "dealer", c.Code, c.Version, c.ID, ChangedData{ID: c.ID, Why: c.why})
		if err != nil {
			return err
		}
		facts = append(facts, f)
	}
	return queue.PutTx(ctx, tx, facts...)
}
