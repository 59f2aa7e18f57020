package cluster

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// The roles of a private PostgreSQL and its database.
const (
	RoleSuperuser = "postgres"     // makes roles and databases; nothing serves with it
	RoleOwner     = "qudao_owner"  // owns the database and its schema; migrates
	RoleApp       = "qudao_app"    // serves people and programs, under row-level security
	RoleWorker    = "qudao_worker" // works jobs, under row-level security
	Database      = "qudao"
)

var roleStatements = map[string]string{
	RoleOwner:  `create role qudao_owner login nosuperuser nocreaterole nocreatedb nobypassrls noreplication`,
	RoleApp:    `create role qudao_app login nosuperuser nocreaterole nocreatedb nobypassrls noreplication`,
	RoleWorker: `create role qudao_worker login nosuperuser nocreaterole nocreatedb nobypassrls noreplication`,
}

// codes of PostgreSQL's errors
const (
	cannotConnectNow = "57P03" // starting up, recovering or shutting down
	duplicateObject  = "42710"
	duplicateDB      = "42P04"
)

// furnish makes the roles and the database where they are missing, and refuses a locale under which
// Chinese text is not text. Safe to repeat after a crash at any point.
func (c *Cluster) furnish(ctx context.Context) error {
	conn, err := pgx.Connect(ctx, c.URL(RoleSuperuser, "postgres"))
	if err != nil {
		return fmt.Errorf("connect to the private PostgreSQL: %w", err)
	}
	defer conn.Close(context.WithoutCancel(ctx))
	for _, role := range []string{RoleOwner, RoleApp, RoleWorker} {
		if err := ensure(ctx, conn, `select exists (select from pg_roles where rolname = $1)`, role,
			roleStatements[role], duplicateObject); err != nil {
			return fmt.Errorf("make role %s: %w", role, err)
		}
	}
	if err := ensure(ctx, conn, `select exists (select from pg_database where datname = $1)`, Database,
		`create database qudao owner qudao_owner template template0 encoding 'UTF8'`, duplicateDB); err != nil {
		return fmt.Errorf("make database %s: %w", Database, err)
	}
	var collate, ctype string
	err = conn.QueryRow(ctx, `select datcollate, datctype from pg_database where datname = $1`, Database).Scan(&collate, &ctype)
	if err != nil {
		return fmt.Errorf("read the locale of the private PostgreSQL: %w", err)
	}
	for _, locale := range []string{collate, ctype} {
		if locale == "C" || locale == "POSIX" {
			return LocaleC.With("data", c.data, "locale", locale)
		}
	}
	return nil
}

// ensure runs the statement unless the question says it is done; code is the error of somebody else
// having done it in between.
func ensure(ctx context.Context, conn *pgx.Conn, question, name, statement, code string) error {
	var there bool
	if err := conn.QueryRow(ctx, question, name).Scan(&there); err != nil {
		return err
	}
	if there {
		return nil
	}
	_, err := conn.Exec(ctx, statement)
	var said *pgconn.PgError
	if errors.As(err, &said) && said.Code == code {
		return nil
	}
	return err
}

// answer says how a server answers a knock at its socket.
type answer int

const (
	answerNone  answer = iota // nobody there, or not listening
	answerSoon                // there, but starting, recovering or stopping
	answerReady               // takes connections
)

func knock(ctx context.Context, url string) answer {
	conn, err := pgx.Connect(ctx, url)
	if err == nil {
		// The server is up; how the goodbye goes does not matter.
		_ = conn.Close(context.WithoutCancel(ctx))
		return answerReady
	}
	var said *pgconn.PgError
	if errors.As(err, &said) {
		if said.Code == cannotConnectNow {
			return answerSoon
		}
		return answerReady // it refused us for a reason of its own, such as too many connections
	}
	return answerNone
}
