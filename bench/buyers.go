package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/jackc/pgx/v5"

	"qudao/internal/secret"
)

const (
	mostBuyers   = 1_000 // dealers that order in a run
	choices      = 2_000 // SKUs each of them orders from
	looked       = 4_000 // SKUs that are looked at to find them
	portalCookie = "__Host-qudao-portal="
	officeCookie = "__Host-qudao-office="
)

// fill puts enough on every shelf, signs dealers in, and writes down what each can order.
func (b *bench) fill(ctx context.Context) error {
	conn, err := b.connect(ctx)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	b.say("filling the shelves")
	for _, sql := range fillSQL {
		if _, err := conn.Exec(ctx, sql); err != nil {
			return fmt.Errorf("%.60s: %w", sql, err)
		}
	}
	type found struct {
		Dealer  int32  `db:"dealer_id"`
		Login   string `db:"login"`
		Address string `db:"address"`
	}
	rows, err := conn.Query(ctx, buyersSQL, min(mostBuyers, b.dealers()))
	if err != nil {
		return err
	}
	dealers, err := pgx.CollectRows(rows, pgx.RowToStructByName[found])
	if err != nil {
		return err
	}
	var last int32
	if err := conn.QueryRow(ctx, lastSKUSQL).Scan(&last); err != nil {
		return err
	}
	var buyers []buyer
	for _, d := range dealers {
		rows, err := conn.Query(ctx, choicesSQL, d.Dealer, someOf(last, d.Dealer), choices)
		if err != nil {
			return err
		}
		skus, err := pgx.CollectRows(rows, pgx.RowToStructByPos[choice])
		if err != nil {
			return err
		}
		if len(skus) < 50 {
			continue
		}
		token, err := signIn(ctx, conn, d.Login)
		if err != nil {
			return err
		}
		buyers = append(buyers, buyer{Login: d.Login, Cookie: portalCookie + token, Address: d.Address, SKUs: skus})
	}
	if len(buyers) == 0 {
		return errors.New("no dealer can order anything")
	}
	b.say("%d dealers will order", len(buyers))
	return writeJSON(b.buyers, buyers)
}

// someOf are ids of SKUs at even distances, others for each dealer.
func someOf(last, dealer int32) []int32 {
	step := max(1, last/looked)
	out := make([]int32, 0, looked)
	for id := 1 + dealer%step; id <= last; id += step {
		out = append(out, id)
	}
	return out
}

// signIn opens a session and returns its token.
func signIn(ctx context.Context, conn *pgx.Conn, login string) (string, error) {
	token, hash := secret.NewToken()
	_, err := conn.Exec(ctx, sessionSQL, hash, login)
	return token, err
}

// signAgain makes the sessions of the dealers of an earlier run new. It fails with os.ErrNotExist where
// none was prepared.
func (b *bench) signAgain(ctx context.Context) error {
	var buyers []buyer
	if err := readJSON(b.buyers, &buyers); err != nil {
		return err
	}
	conn, err := b.connect(ctx)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	var batch pgx.Batch
	for _, one := range buyers {
		if one.Login == "" {
			return os.ErrNotExist // written before sessions were made new
		}
		batch.Queue(sessionSQL, secret.Hash(strings.TrimPrefix(one.Cookie, portalCookie)), one.Login)
	}
	return conn.SendBatch(ctx, &batch).Close()
}
