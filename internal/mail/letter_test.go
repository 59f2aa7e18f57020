package mail_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"qudao/internal/fault"
	"qudao/internal/mail"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
)

var scope = pg.Scope{Actor: "staff:E001", All: true}

func put(t *testing.T, db *pg.DB, letters ...mail.Letter) (ids []string) {
	t.Helper()
	err := db.Write(t.Context(), scope, func(tx *pg.Tx) (err error) {
		if err := mail.PutTx(t.Context(), tx, letters...); err != nil {
			return err
		}
		ids, err = pg.Column[string](t.Context(), tx, `SELECT doc_id FROM queue.fact WHERE kind = 'letter.put' ORDER BY id`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

func hello(subject string) mail.Letter {
	return mail.Letter{To: "buyer@example.com", Content: mail.Content{Subject: subject, Paragraphs: []string{"您好，<b>王</b> & Co："}, Button: &mail.Button{Label: "打开", Path: "/reset#abc"}}}
}

func TestALetterToNobodyIsNone(t *testing.T) {
	t.Parallel()
	db := pgtest.OpenURL(t, pgtest.New(t).App, nil)
	if ids := put(t, db, mail.Letter{Content: mail.Content{Subject: "x"}}); len(ids) != 0 {
		t.Fatalf("%d letters", len(ids))
	}
}

func TestWhatATransactionTakesBackIsNotSent(t *testing.T) {
	t.Parallel()
	db := pgtest.OpenURL(t, pgtest.New(t).App, nil)
	failed := errors.New("no")
	err := db.Write(t.Context(), scope, func(tx *pg.Tx) error {
		if err := mail.PutTx(t.Context(), tx, hello("x")); err != nil {
			return err
		}
		return failed
	})
	if !errors.Is(err, failed) {
		t.Fatal(err)
	}
	if ids := put(t, db); len(ids) != 0 {
		t.Fatalf("%d facts", len(ids))
	}
}

func TestTheOutboxKeepsALetterOnceAndTheQueueNothingOfIt(t *testing.T) {
	t.Parallel()
	db := pgtest.OpenURL(t, pgtest.New(t).App, nil)
	s := mail.Local(db, "https://order.example.com/")
	ids := put(t, db, hello("一\r\nBcc: everybody@example.com"))
	for range 2 {
		if err := s.Send(t.Context(), ids[0]); err != nil {
			t.Fatal(err)
		}
	}
	list, err := s.Outbox(t.Context(), scope, page.Request{})
	if err != nil || len(list.Items) != 1 {
		t.Fatalf("%+v, %v", list, err)
	}
	m := list.Items[0]
	if m.To != "buyer@example.com" || m.Subject != "一 Bcc: everybody@example.com" || !strings.Contains(m.Text, "https://order.example.com/reset#abc") || !strings.Contains(m.Text, "<b>王</b>") {
		t.Errorf("%q: %s", m.Subject, m.Text)
	}
	if !strings.Contains(m.HTML, "&lt;b&gt;王&lt;/b&gt; &amp; Co") || strings.Contains(m.HTML, "<b>王") {
		t.Errorf("not escaped: %s", m.HTML)
	}
	var left string
	err = db.Read(t.Context(), scope, func(tx *pg.Tx) (err error) {
		left, err = pg.Value[string](t.Context(), tx, `SELECT content::text FROM mail.letter`)
		return err
	})
	if err != nil || left != "{}" {
		t.Errorf("the queue still holds %s, %v", left, err)
	}
}

func TestALetterThatCouldNotBeSentIsTriedAgain(t *testing.T) {
	t.Parallel()
	db := pgtest.OpenURL(t, pgtest.New(t).App, nil)
	s := serve(t, "450 later")
	service, err := mail.New(db, mail.Config{SMTP: "smtp://" + s.address + "?tls=off", From: "no-reply@example.com", Base: "https://order.example.com"})
	if err != nil {
		t.Fatal(err)
	}
	ids := put(t, db, hello("x"))
	if err := service.Send(t.Context(), ids[0]); err == nil {
		t.Fatal("a letter that the server did not take counts as sent")
	}
	mended := serve(t, "")
	if service, err = mail.New(db, mail.Config{SMTP: "smtp://" + mended.address + "?tls=off", From: "no-reply@example.com", Base: "https://order.example.com"}); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := service.Send(t.Context(), ids[0]); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(mended.got); n != 1 {
		t.Fatalf("%d letters", n)
	}
	if _, err := service.Outbox(context.Background(), scope, page.Request{}); !errors.Is(err, mail.NoOutbox) || !fault.Is(err, fault.Missing) {
		t.Fatalf("an installation that sends has an outbox: %v", err)
	}
}
