package pg

import (
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"qudao/internal/fault"
)

// Busy is the answer when PostgreSQL cannot do the work now: a lock or statement time-out, too many
// connections, no disk, no server. Nothing was written, or the outcome is found through the
// idempotency key.
var Busy = fault.Define(fault.Busy, "database_busy", "系统繁忙，请稍后用同一请求重试。", "The system is busy. Repeat the same request shortly.")

// VersionChanged is the answer to an edit that was made on an older version of the document.
var VersionChanged = fault.Define(fault.Conflict, "version_changed", "内容已被他人修改（现为第 {version} 版），请刷新后重试。",
	"Somebody else has changed this (now version {version}). Load it again and repeat.").Status(412)

// TextInvalid is the answer to text that no database of ours can hold: a zero byte, or bytes that are not
// UTF-8. People never type it.
var TextInvalid = fault.Define(fault.Invalid, "text_invalid", "内容含有无法保存的字符。", "The text holds characters that cannot be stored.")

// Violates reports whether err is a violation of the named constraint (or unique index). The name of
// a partition's constraint counts as its parent's.
func Violates(err error, constraint string) bool {
	var pe *pgconn.PgError
	return errors.As(err, &pe) && pe.ConstraintName == constraint
}

// DividedByZero reports whether a statement failed where it divides by whether it changed all it should.
func DividedByZero(err error) bool {
	var pe *pgconn.PgError
	return errors.As(err, &pe) && pe.Code == "22012"
}

// retryable reports whether the whole operation may simply run again.
func retryable(err error) bool {
	var pe *pgconn.PgError
	return errors.As(err, &pe) && (pe.Code == "40001" || pe.Code == "40P01")
}

// translate turns what PostgreSQL says into a fault where the caller can act on it.
func translate(err error) error {
	if err == nil {
		return nil
	}
	if _, ok := fault.As(err); ok {
		return err
	}
	if errors.Is(err, pgx.ErrNoRows) {
		return fault.NotFound.With().Because(err)
	}
	var pe *pgconn.PgError
	if errors.As(err, &pe) {
		switch pe.Code {
		case "55P03", "57014", "53100", "53200", "53300", "57P01", "57P02", "57P03", "40001", "40P01":
			return Busy.With().Because(err)
		case "22021", "22P05":
			return TextInvalid.With().Because(err)
		}
		return err
	}
	var ce *pgconn.ConnectError
	if errors.As(err, &ce) || pgconn.SafeToRetry(err) {
		return Busy.With().Because(err)
	}
	return fmt.Errorf("postgresql: %w", err)
}
