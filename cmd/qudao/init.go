package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"qudao/internal/app"
	"qudao/internal/secret"
	first "qudao/internal/setup"
)

// passwordVariable holds the first administrator's password. It is no flag: other users of the machine
// see the flags of a process.
const passwordVariable = "QUDAO_PASSWORD"

var errNoPassword = errors.New("no password: set " + passwordVariable + ", or give it as a line on standard input")

type initialise struct {
	database
	Username string `required:"" placeholder:"NAME" help:"User name of the first administrator. 管理员用户名。"`
	Name     string `default:"系统管理员" help:"Their name (${default}). 姓名。"`
	Division string `default:"主营业务" help:"Name of the brand's first division (${default}). 事业部名称。"`
}

func (c *initialise) Run(ctx context.Context) (err error) {
	password, err := readPassword(os.Stdin, os.Stderr)
	if err != nil {
		return err
	}
	d, err := c.reach(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	return app.Init(ctx, d, first.Input{Username: c.Username, Name: c.Name, Password: password, Division: c.Division}, os.Stdout)
}

// readPassword takes the password from the environment, else one line of in, which the terminal shows.
func readPassword(in io.Reader, ask io.Writer) (secret.Text, error) {
	text := os.Getenv(passwordVariable)
	if text == "" {
		fmt.Fprint(ask, "Password (shown as you type): ")
		line, err := bufio.NewReader(in).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return secret.Text{}, fmt.Errorf("read the password: %w", err)
		}
		text = strings.TrimRight(line, "\r\n")
	}
	if text == "" {
		return secret.Text{}, errNoPassword
	}
	return secret.NewText(text), nil
}
