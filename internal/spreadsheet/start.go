package spreadsheet

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"strings"

	"qudao/internal/blob"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/render"
)

// StartImport stores an upload and the run that will apply it. It needs org.ImportRun and the
// permission to edit what is imported. Errors: KindUnknown, ListMissing, fault.NotFound for a price list
// that is not there, and those of render about files that are refused at sight.
func (s *Service) StartImport(ctx context.Context, who org.Actor, kind Kind, params Params, name string, file io.Reader) (Run, error) {
	edit, ok := editing[kind]
	if !ok {
		return Run{}, KindUnknown.At("kind", "kind", string(kind))
	}
	if err := require(who, org.ImportRun, edit); err != nil {
		return Run{}, err
	}
	content, err := upload(file)
	if err != nil {
		return Run{}, err
	}
	if kind != Prices {
		params.List = ""
	} else if err := s.checkList(ctx, who, params.List); err != nil {
		return Run{}, err
	}
	return s.start(ctx, who, start{In, kind, params.Language, params, fileName(name, kind), content})
}

// upload reads a file into memory, which its limit allows, and looks at it from outside.
func upload(from io.Reader) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(from, render.MaxFileSize+1))
	if err != nil {
		return nil, fmt.Errorf("read the upload: %w", err)
	}
	return content, render.Inspect(render.Bytes(content))
}

func (s *Service) checkList(ctx context.Context, who org.Actor, list string) error {
	if list == "" {
		return ListMissing.At("list")
	}
	n := int64(0)
	err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		n, err = pg.Value[int64](ctx, tx, countListSQL, list, who.Reach())
		return err
	})
	if err == nil && n == 0 {
		return fault.NotFound.At("list")
	}
	return err
}

func (s *Service) checkAudience(ctx context.Context, who org.Actor, audience string) error {
	if audience == "" {
		return AudienceMissing.At("audience")
	}
	known := false
	err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		known, err = pg.Value[bool](ctx, tx, audienceKnownSQL, audience)
		return err
	})
	if err == nil && !known {
		return fault.NotFound.At("audience")
	}
	return err
}

// StartExport stores a run that will write a list. Staff need org.ExportRun and the permission to read
// what is exported; a dealer's account gets its own orders only. Errors: KindUnknown, ListMissing,
// AudienceMissing, fault.NotFound for a price list or audience that is not there.
func (s *Service) StartExport(ctx context.Context, who org.Actor, kind Kind, filter Filter) (Run, error) {
	read, ok := reading[kind]
	if !ok {
		return Run{}, KindUnknown.At("kind", "kind", string(kind))
	}
	if err := require(who, org.ExportRun, read); err != nil {
		return Run{}, err
	}
	if who.Kind == org.Dealer {
		if kind != Orders {
			return Run{}, org.Forbidden.With("permission", string(read))
		}
		filter.Dealer = who.DealerCode // its own, whatever it asks for
	}
	if kind == Prices {
		if err := s.checkList(ctx, who, filter.List); err != nil {
			return Run{}, err
		}
	}
	if kind == Members {
		if err := s.checkAudience(ctx, who, filter.Audience); err != nil {
			return Run{}, err
		}
	}
	return s.start(ctx, who, start{Out, kind, filter.Language, filter, fileName("", kind), nil})
}

var (
	editing = map[Kind]org.Permission{Products: org.ProductEdit, Prices: org.PriceEdit, Stock: org.StockEdit}
	reading = map[Kind]org.Permission{
		Products: org.ProductRead, Prices: org.PriceRead, Stock: org.StockRead,
		Orders: org.OrderRead, Dealers: org.DealerRead, Audit: org.AuditRead, Audiences: org.AudienceRead, Members: org.AudienceRead,
		PriceLists: org.PriceRead, Categories: org.ProductRead, Warehouses: org.StockRead, Movements: org.StockRead, Staff: org.StaffRead, Roles: org.StaffRead,
	}
)

func require(who org.Actor, permissions ...org.Permission) error {
	for _, p := range permissions {
		if err := who.Require(p); err != nil {
			return err
		}
	}
	return nil
}

// start is what a new run is made of.
type start struct {
	direction Direction
	kind      Kind
	language  fault.Language
	params    any
	name      string
	content   []byte // of an upload
}

func (s *Service) start(ctx context.Context, who org.Actor, in start) (Run, error) {
	if in.language != fault.English {
		in.language = fault.Chinese
	}
	params, err := json.Marshal(in.params)
	if err != nil {
		return Run{}, fmt.Errorf("keep what the run is for: %w", err)
	}
	actor, err := keepActor(who)
	if err != nil {
		return Run{}, fmt.Errorf("keep who started the run: %w", err)
	}
	var dealer *int32
	if who.Kind == org.Dealer {
		dealer = &who.DealerID
	}
	var out Run
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = once.Do(ctx, tx, func() (Run, error) {
			var file *id.ID
			if in.content != nil {
				stored, err := blob.PutTx(ctx, tx, in.name, mediaType, bytes.NewReader(in.content))
				if err != nil {
					return Run{}, err
				}
				file = &stored
			}
			r, err := pg.One[row](ctx, tx, startSQL, id.New(), actor, dealer, in.direction, in.kind, in.language, params, in.name, file)
			if err != nil {
				return Run{}, fmt.Errorf("store the run: %w", err)
			}
			return r.run(), stateTx(ctx, tx, FactStarted, r)
		})
		return err
	})
	return out, err
}

// fileName is a name that is safe to hand out again.
func fileName(name string, kind Kind) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`\:*?"<>|`, r) {
			return -1
		}
		return r
	}, render.Trim(path.Base(strings.ReplaceAll(name, `\`, "/"))))
	const longest = 120
	if runes := []rune(name); len(runes) > longest {
		name = string(runes[len(runes)-longest:])
	}
	if name == "" || name == "." || name == "/" {
		return string(kind) + ".xlsx"
	}
	return name
}
