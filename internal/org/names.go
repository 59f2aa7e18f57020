package org

import (
	"context"
	"strings"

	"qudao/internal/pg"
)

// Names tells what members of staff are called, of principals as records keep them ("staff:E001"). Other
// principals, and staff that does not exist, are absent. Everybody in the office may know.
func (s *Service) Names(ctx context.Context, who Actor, principals []string) (map[string]string, error) {
	codes := []string{}
	for _, p := range principals {
		if code, ok := strings.CutPrefix(p, string(Staff)+":"); ok {
			codes = append(codes, code)
		}
	}
	out := make(map[string]string, len(codes))
	if len(codes) == 0 {
		return out, nil
	}
	err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		rows, err := pg.All[Ref](ctx, tx, staffNamesSQL, codes)
		for _, r := range rows {
			out[string(Staff)+":"+r.Code] = r.Name
		}
		return err
	})
	return out, err
}
