package apitest

import (
	"context"
	"sync"

	"qudao/internal/dealer"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// Password is everybody's.
const Password = "Correct-horse-7"

// hashed is the password's hash, made once: hashing is slow on purpose.
var hashed = sync.OnceValues(func() (identity.Hash, error) {
	return identity.New(nil).HashPassword(context.Background(), "nobody", secret.NewText(Password))
})

// Staff of the brand: username, code, role, scope.
var staff = []org.MemberInput{
	{Code: "E1", Username: "admin", Name: "沈明远", Roles: []string{"admin"}, DataScope: org.ScopeAll},
	{Code: "E2", Username: "desk", Name: "林晓燕", Roles: []string{"order_desk"}, DataScope: org.ScopeAll},
	{Code: "E3", Username: "warehouse", Name: "徐建国", Roles: []string{"warehouse"}, DataScope: org.ScopeAll},
	{Code: "E4", Username: "product", Name: "顾文静", Roles: []string{"product"}, DataScope: org.ScopeAll},
	{Code: "E5", Username: "price", Name: "陆嘉怡", Roles: []string{"price"}, DataScope: org.ScopeAll},
	{Code: "E6", Username: "rep1", Name: "吕俊杰", Departments: []string{"EAST"}, Roles: []string{"rep"}, DataScope: org.ScopeAll},  // of D1
	{Code: "E7", Username: "rep2", Name: "崔一鸣", Departments: []string{"SOUTH"}, Roles: []string{"rep"}, DataScope: org.ScopeAll}, // of D2
	{Code: "E9", Username: "idle", Name: "梁可欣", DataScope: org.ScopeAll},                                                         // may nothing
	{Code: "E8", Username: "auditor", Name: "秦永年", Roles: []string{"auditor"}, DataScope: org.ScopeAll},
}

// Departments of the brand: one above two.
var departments = []org.DepartmentInput{
	{Code: "SALES", Name: "销售部"}, {Code: "EAST", Name: "华东区", Parent: "SALES"}, {Code: "SOUTH", Name: "华南区", Parent: "SALES", Sort: 1},
}

// Dealers of the brand, each with an account (dealer1 of D1) and an address.
var dealers = []dealer.Input{
	{Code: "D1", Name: "杭州晨光电器", Level: "A", Region: 330100, Tags: []string{"key"}, Divisions: []string{"WIRING"}, Rep: "E6", Phone: "16000000001"},
	{Code: "D2", Name: "广州远航照明", Level: "B", Region: 440100, Divisions: []string{"WIRING"}, Rep: "E7", Phone: "16000000002"},
	{Code: "D3", Name: "杭州西湖五金", Level: "B", Region: 330100, Divisions: []string{"WIRING"}, Phone: "16000000003"},
}

func parent(code int) *int { return &code }

var regions = []dealer.Region{
	{Code: 330000, Name: "浙江省", Level: 1}, {Code: 330100, Name: "杭州市", Parent: parent(330000), Level: 2},
	{Code: 440000, Name: "广东省", Level: 1}, {Code: 440100, Name: "广州市", Parent: parent(440000), Level: 2},
}

// found writes the brand.
func (s *Server) found() {
	s.t.Helper()
	password, err := hashed()
	if err != nil {
		s.t.Fatal(err)
	}
	s.Write(func(ctx context.Context, tx *pg.Tx) error {
		if err := org.UpsertStandardRolesTx(ctx, tx); err != nil {
			return err
		}
		if err := org.UpsertDivisionsTx(ctx, tx, []org.Ref{{Code: "WIRING", Name: "电工"}, {Code: "LIGHTING", Name: "照明"}}); err != nil {
			return err
		}
		if err := org.UpsertDepartmentsTx(ctx, tx, departments); err != nil {
			return err
		}
		for _, member := range staff {
			if _, err := org.CreateMemberTx(ctx, tx, member, password); err != nil {
				return err
			}
		}
		return s.foundDealers(ctx, tx, password)
	})
	if err := s.foundGoods(s.t.Context()); err != nil {
		s.t.Fatal(err)
	}
}

func (s *Server) foundDealers(ctx context.Context, tx *pg.Tx, password identity.Hash) error {
	if err := dealer.UpsertRegionsTx(ctx, tx, regions); err != nil {
		return err
	}
	if err := dealer.UpsertLevelsTx(ctx, tx, []dealer.Level{{Code: "A", Name: "金牌", Rank: 1}, {Code: "B", Name: "银牌", Rank: 2}}); err != nil {
		return err
	}
	if err := dealer.UpsertTagsTx(ctx, tx, []org.Ref{{Code: "key", Name: "重点"}}); err != nil {
		return err
	}
	made, err := dealer.UpsertTx(ctx, tx, dealers)
	if err != nil {
		return err
	}
	accounts, addresses := make([]dealer.NewAccount, len(made)), make([]dealer.Address, len(made))
	for i, m := range made {
		if m.Err != nil {
			return m.Err
		}
		accounts[i] = dealer.NewAccount{DealerID: m.ID, Name: "王小明", Username: username(m.Code), Password: password, Role: dealer.RoleMaster}
		addresses[i] = dealer.Address{DealerID: m.ID, ID: id.New(), Name: "王小明", Phone: "16000000009", RegionCode: dealers[i].Region, Detail: "解放路 1 号", Default: true}
	}
	if _, err := dealer.PutAccountsTx(ctx, tx, accounts); err != nil {
		return err
	}
	return dealer.PutAddressesTx(ctx, tx, addresses)
}

// username is the account of a dealer: dealer1 of D1.
func username(code string) string { return "dealer" + code[1:] }

// DealerID is the key of a dealer by its code.
func (s *Server) DealerID(code string) (dealer int32) {
	s.t.Helper()
	s.Write(func(ctx context.Context, tx *pg.Tx) (err error) {
		dealer, err = pg.Value[int32](ctx, tx, dealerIDSQL, code)
		return err
	})
	return dealer
}
