package main

import (
	"context"
	"errors"
	"io"
	"os"

	"qudao/internal/app"
)

type keys struct {
	List   keysList   `cmd:"" help:"Tell the keys and how many values are under each. 列出密钥。"`
	Add    keysAdd    `cmd:"" help:"Add keys, with which nothing is written before they are rotated to. 新增密钥。"`
	Rotate keysRotate `cmd:"" help:"Write with the added keys from now on, and seal anew what is there. 轮换密钥并重新加密。"`
}

type (
	keysList   struct{ database }
	keysAdd    struct{ database }
	keysRotate struct{ database }
)

func (c *keysList) Run(ctx context.Context) error { return c.with(ctx, app.ListKeys) }

func (c *keysAdd) Run(ctx context.Context) error { return c.with(ctx, app.AddKeys) }

func (c *keysRotate) Run(ctx context.Context) error { return c.with(ctx, app.RotateKeys) }

func (d database) with(ctx context.Context, do func(context.Context, *app.Databases, io.Writer) error) (err error) {
	reached, err := d.reach(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, reached.Close()) }()
	return do(ctx, reached, os.Stdout)
}
