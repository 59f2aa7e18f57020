package mail

import (
	"context"
	"errors"
	"fmt"
	netmail "net/mail"
	"net/url"
	"strconv"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// smtpPatience bounds one hand-over to a mail server.
const smtpPatience = 30 * time.Second

var (
	errSMTPAddress = errors.New("QUDAO_SMTP must be smtp://[user:password@]host[:port] or smtps://…")
	errFrom        = errors.New("QUDAO_MAIL_FROM must be an e-mail address, with a name or without: 启明电气 <no-reply@example.com>")
)

// SMTP is the channel by a mail server.
type SMTP struct {
	host    string
	options []gomail.Option
	from    *netmail.Address
}

// NewSMTP makes the channel from the address of a server:
//
//	smtp://user:password@host:587    TLS by STARTTLS, without which nothing is sent
//	smtps://user:password@host:465   TLS from the beginning
//	smtp://host:25?tls=off           no TLS, for a relay on this machine
func NewSMTP(address, from string) (*SMTP, error) {
	sender, err := netmail.ParseAddress(from)
	if err != nil {
		return nil, errFrom
	}
	u, err := url.Parse(address)
	// What url.Parse says repeats the address, password and all.
	if err != nil || u.Hostname() == "" || u.Scheme != "smtp" && u.Scheme != "smtps" {
		return nil, errSMTPAddress
	}
	port, options := 587, []gomail.Option{gomail.WithTimeout(smtpPatience), gomail.WithTLSPolicy(gomail.TLSMandatory)}
	switch {
	case u.Scheme == "smtps":
		port, options = 465, append(options, gomail.WithSSL())
	case u.Query().Get("tls") == "off":
		port, options = 25, append(options, gomail.WithTLSPolicy(gomail.NoTLS))
	}
	if text := u.Port(); text != "" {
		if port, err = strconv.Atoi(text); err != nil {
			return nil, errSMTPAddress
		}
	}
	options = append(options, gomail.WithPort(port))
	if u.User != nil {
		password, _ := u.User.Password()
		options = append(options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(u.User.Username()), gomail.WithPassword(password))
	}
	return &SMTP{host: u.Hostname(), options: options, from: sender}, nil
}

// Send hands the message to the server.
func (s *SMTP) Send(ctx context.Context, m Message) error {
	out := gomail.NewMsg()
	if err := out.FromFormat(s.from.Name, s.from.Address); err != nil {
		return fmt.Errorf("send a letter: %w", err)
	}
	if err := out.To(m.To.Reveal()); err != nil {
		return errors.New("send a letter: the address cannot be written to") // the cause names it
	}
	out.Subject(m.Subject)
	out.SetDate()
	domain := s.from.Address[strings.LastIndexByte(s.from.Address, '@')+1:]
	out.SetMessageIDWithValue(m.ID.String() + "@" + domain)
	out.SetGenHeader("Auto-Submitted", "auto-generated")
	out.SetBodyString(gomail.TypeTextPlain, m.Text)
	out.AddAlternativeString(gomail.TypeTextHTML, m.HTML)
	client, err := gomail.NewClient(s.host, s.options...)
	if err != nil {
		return fmt.Errorf("reach the mail server: %w", err)
	}
	if err := client.DialAndSendWithContext(ctx, out); err != nil {
		return fmt.Errorf("hand a letter to the mail server: %w", err)
	}
	return nil
}
