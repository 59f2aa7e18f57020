package main

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"os"
	"runtime/debug"
	"time"

	"qudao/internal/app"
	"qudao/internal/audit"
	"qudao/internal/demo"
	"qudao/internal/mail"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

type commands struct {
	Serve    serve      `cmd:"" help:"Serve pages and API until told to stop. 启动服务。"`
	Work     work       `cmd:"" help:"Work jobs and dispatch facts, without serving. 仅运行后台任务。"`
	Migrate  migrate    `cmd:"" help:"Bring the database schema to this program's version. 升级数据库结构。"`
	Init     initialise `cmd:"" help:"Set up an empty installation and its first administrator. 初始化系统与首个管理员。"`
	Seed     seed       `cmd:"" help:"Load the demo brand into an empty database. 导入演示品牌。"`
	Verify   verify     `cmd:"" help:"Check over all data what must always be true. 校验数据不变量。"`
	Keys     keys       `cmd:"" help:"List, add and rotate the keys of sealed fields. 管理加密密钥。"`
	Simulate simulation `cmd:"" help:"Trade by chance on a database of its own, with failures, and check every answer. 模拟交易并校验。"`
	OpenAPI  openapi    `cmd:"" name:"openapi" help:"Print the OpenAPI document. 输出接口文档。"`
	Version  version    `cmd:"" help:"Print the version. 输出版本。"`
}

// database says where PostgreSQL is.
type database struct {
	URL         string `name:"database-url" env:"DATABASE_URL" placeholder:"URL" help:"PostgreSQL as qudao_app. None at all: a private PostgreSQL."`
	Owner       string `name:"database-owner-url" env:"DATABASE_OWNER_URL" placeholder:"URL" help:"PostgreSQL as qudao_owner."`
	Worker      string `name:"database-worker-url" env:"DATABASE_WORKER_URL" placeholder:"URL" help:"PostgreSQL as qudao_worker."`
	Data        string `name:"data" env:"QUDAO_DATA" placeholder:"FOLDER" help:"Folder of the private PostgreSQL and of the keyring."`
	KeyringFile string `name:"keyring-file" env:"QUDAO_KEYRING_FILE" placeholder:"FILE" help:"Keyring of sealed fields; without it keyring.json in the data folder. 密钥环文件。"`
}

// The keyring itself and the key that unlocks its file are no flags: other users of the machine see the flags of
// a process.
func (d database) keyring() app.Keyring {
	return app.Keyring{Text: secret.NewText(os.Getenv("QUDAO_KEYRING")), Path: d.KeyringFile, Lock: secret.NewText(os.Getenv("QUDAO_KEYRING_LOCK"))}
}

func (d database) addresses() app.Addresses {
	return app.Addresses{App: d.URL, Owner: d.Owner, Worker: d.Worker}
}

func (d database) reach(ctx context.Context) (*app.Databases, error) {
	out, err := app.Reach(ctx, d.addresses(), d.Data, os.Stderr)
	if err != nil {
		return nil, err
	}
	out.Keyring = d.keyring()
	return out, nil
}

// letters say how mail leaves the installation.
type letters struct {
	SMTP string `env:"QUDAO_SMTP" placeholder:"URL" help:"Mail server, smtp://user:password@host:587. None: letters stay in the outbox of the office."`
	From string `name:"mail-from" env:"QUDAO_MAIL_FROM" placeholder:"ADDRESS" help:"Who letters are from."`
	Base string `name:"url" env:"QUDAO_URL" placeholder:"URL" help:"Address of the pages as people know it, for links in letters."`
}

func (l letters) config() mail.Config { return mail.Config(l) }

type serve struct {
	database
	letters
	Addr            string         `env:"ADDR" default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where to listen (${default})."`
	Demo            bool           `help:"Load the demo brand into an empty database, and print its logins. 导入演示品牌。"`
	Migrate         bool           `help:"Bring the schema up to date first; needs DATABASE_OWNER_URL."`
	InsecureCookies bool           `env:"QUDAO_INSECURE_COOKIES" help:"Let sessions live over plain HTTP from other machines. For trials only."`
	Proxies         []netip.Prefix `env:"QUDAO_PROXIES" placeholder:"RANGE" help:"Proxies whose X-Forwarded-For is believed."`
	SignIns         int            `name:"sign-ins" env:"QUDAO_SIGN_INS" default:"10" help:"Most attempts to sign in a minute from one address (${default})."`
	MetricsToken    string         `env:"QUDAO_METRICS_TOKEN" placeholder:"TOKEN" help:"Bearer token that lets /metrics be read from other machines."`
}

func (c *serve) Run(ctx context.Context) error {
	return app.Serve(ctx, app.Config{
		Addresses: c.addresses(), Data: c.Data, Keyring: c.keyring(), Addr: c.Addr, Migrate: c.Migrate, Demo: c.Demo, Out: os.Stdout,
		Options: app.Options{InsecureCookies: c.InsecureCookies, Proxies: c.Proxies, SignIns: c.SignIns, MetricsToken: c.MetricsToken, Mail: c.config(), Version: released()},
	})
}

type work struct {
	database
	letters
}

func (c *work) Run(ctx context.Context) (err error) {
	d, err := c.reach(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	return app.WorkJobs(ctx, d, c.config(), os.Stdout)
}

type migrate struct{ database }

func (c *migrate) Run(ctx context.Context) (err error) {
	d, err := c.reach(ctx) // a private one is migrated by being reached
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	if err := d.Migrate(ctx, pg.Partitions{}); err != nil {
		return err
	}
	newest, err := pg.Newest()
	if err != nil {
		return err
	}
	fmt.Printf("The schema is at version %d.\n", newest)
	return nil
}

type seed struct {
	database
	Dealers   int `placeholder:"N" help:"How many dealers (300)."`
	SKUs      int `name:"skus" placeholder:"N" help:"How many SKUs (2,500)."`
	Lists     int `placeholder:"N" help:"How many price lists (40)."`
	Orders    int `placeholder:"N" help:"How many orders (12,000), of four or five lines each."`
	Audiences int `placeholder:"N" help:"How many audiences at least; those of the brand come first."`
}

func (c *seed) Run(ctx context.Context) (err error) {
	d, err := c.reach(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	return app.Seed(ctx, d, demo.Options{Dealers: c.Dealers, SKUs: c.SKUs, Lists: c.Lists, Orders: c.Orders, Audiences: c.Audiences}, os.Stdout)
}

type verify struct {
	database
	From time.Time `name:"audit-from" format:"2006-01-02" placeholder:"DAY" help:"Compare the audit with its seals from this day on only. 审计校验起始日。"`
	To   time.Time `name:"audit-to" format:"2006-01-02" placeholder:"DAY" help:"And before this day. 审计校验截止日(不含)。"`
}

func (c *verify) Run(ctx context.Context) (err error) {
	d, err := c.reach(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	return app.Verify(ctx, d, audit.Period{From: c.From, To: c.To}, os.Stdout)
}

type openapi struct{}

func (openapi) Run() error {
	text, err := app.Document("1")
	if err != nil {
		return err
	}
	_, err = os.Stdout.Write(text)
	return err
}

type version struct{}

func (version) Run() error {
	fmt.Println(released())
	return nil
}

// released is what this binary was built from.
func released() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	name := info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 && (name == "" || name == "(devel)") {
			name = s.Value[:12]
		}
	}
	if name == "" {
		name = "(devel)"
	}
	return name
}
