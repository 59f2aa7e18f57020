package mail_test

import (
	"bufio"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	netmail "net/mail"
	"strings"
	"testing"

	"qudao/internal/id"
	"qudao/internal/mail"
)

// server is a mail server that keeps what it is handed. It offers no TLS.
type server struct {
	address string
	got     chan string
	refuse  string // answer to every recipient, instead of taking it
}

func serve(t *testing.T, refuse string) *server {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	s := &server{address: listener.Addr().String(), got: make(chan string, 10), refuse: refuse}
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go s.talk(conn)
		}
	}()
	return s
}

func (s *server) talk(conn net.Conn) {
	defer conn.Close()
	in, say := bufio.NewReader(conn), func(line string) { _, _ = io.WriteString(conn, line+"\r\n") }
	say("220 mail.test ready")
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		switch verb := strings.ToUpper(strings.Fields(line + " x")[0]); verb {
		case "EHLO", "HELO":
			say("250-mail.test")
			say("250 8BITMIME")
		case "RCPT":
			if s.refuse != "" {
				say(s.refuse)
				continue
			}
			say("250 ok")
		case "DATA":
			say("354 go on")
			var b strings.Builder
			for {
				line, err := in.ReadString('\n')
				if err != nil {
					return
				}
				if line == ".\r\n" {
					break
				}
				b.WriteString(strings.TrimPrefix(line, "."))
			}
			s.got <- b.String()
			say("250 taken")
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

var letter = mail.Message{ID: id.New(), To: "buyer@example.com", Subject: "设置新密码", Text: "请点击：http://a.test/reset#x\n", HTML: `<p>请点击 <a href="http://a.test/reset#x">这里</a></p>`}

func TestAServerWithoutTLSGetsNothingUnlessItIsSaidToBeFine(t *testing.T) {
	t.Parallel()
	s := serve(t, "")
	strict, err := mail.NewSMTP("smtp://"+s.address, "启明电气 <no-reply@example.com>")
	if err != nil {
		t.Fatal(err)
	}
	if err := strict.Send(t.Context(), letter); err == nil || len(s.got) != 0 {
		t.Fatalf("a letter went out in the clear: %v", err)
	}
}

func TestWhatAServerRefusesIsAnErrorThatNamesNobody(t *testing.T) {
	t.Parallel()
	s := serve(t, "550 no such user")
	channel, err := mail.NewSMTP("smtp://"+s.address+"?tls=off", "no-reply@example.com")
	if err != nil {
		t.Fatal(err)
	}
	if err := channel.Send(t.Context(), letter); err == nil {
		t.Fatal("a refused letter counts as sent")
	}
}

func TestAWrongAddressIsRefusedAtTheStart(t *testing.T) {
	t.Parallel()
	for address, from := range map[string]string{
		"http://mail.test": "a@example.com", "mail.test:25": "a@example.com", "smtp://": "a@example.com",
		"smtp://mail.test": "nobody", "smtps://mail.test:x": "a@example.com",
	} {
		if _, err := mail.NewSMTP(address, from); err == nil {
			t.Errorf("%s from %s is taken", address, from)
		}
	}
	if _, err := mail.NewSMTP("smtp://user:hunter2@[", "a@example.com"); err == nil || strings.Contains(err.Error(), "hunter2") {
		t.Errorf("the refusal tells the password: %v", err)
	}
}

func TestALetterGoesOutAsTextAndHTML(t *testing.T) {
	t.Parallel()
	s := serve(t, "")
	channel, err := mail.NewSMTP("smtp://"+s.address+"?tls=off", "启明电气 <no-reply@example.com>")
	if err != nil {
		t.Fatal(err)
	}
	if err := channel.Send(t.Context(), letter); err != nil {
		t.Fatal(err)
	}
	got, err := netmail.ReadMessage(strings.NewReader(<-s.got))
	if err != nil {
		t.Fatal(err)
	}
	words := new(mime.WordDecoder)
	subject, _ := words.DecodeHeader(got.Header.Get("Subject"))
	from, _ := words.DecodeHeader(got.Header.Get("From"))
	if subject != "设置新密码" || !strings.Contains(from, "启明电气") || !strings.Contains(from, "no-reply@example.com") {
		t.Errorf("subject %q, from %q", subject, from)
	}
	if id := got.Header.Get("Message-ID"); id != "<"+letter.ID.String()+"@example.com>" {
		t.Errorf("Message-ID %q: a letter sent twice would look like two", id)
	}
	kind, params, err := mime.ParseMediaType(got.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/alternative" {
		t.Fatalf("%s, %v", kind, err)
	}
	parts := multipart.NewReader(got.Body, params["boundary"])
	for _, want := range []string{letter.Text, letter.HTML} {
		part, err := parts.NextRawPart()
		if err != nil {
			t.Fatal(err)
		}
		var body io.Reader = part
		switch part.Header.Get("Content-Transfer-Encoding") {
		case "quoted-printable":
			body = quotedprintable.NewReader(part)
		case "base64":
			body = base64.NewDecoder(base64.StdEncoding, part)
		}
		text, err := io.ReadAll(body)
		if err != nil || strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n")) != strings.TrimSpace(want) {
			t.Errorf("%q, %v", text, err)
		}
	}
}
