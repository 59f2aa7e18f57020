package mail

import (
	_ "embed"
	"fmt"
	htmltemplate "html/template"
	"strings"
	texttemplate "text/template"

	"qudao/internal/fault"
)

//go:embed letter.txt
var textSource string

//go:embed letter.html
var htmlSource string

var (
	asText = texttemplate.Must(texttemplate.New("letter.txt").Parse(textSource))
	asHTML = htmltemplate.Must(htmltemplate.New("letter.html").Parse(htmlSource))
)

// closing stands under every letter.
var closing = map[fault.Language]string{
	fault.Chinese: "本邮件由系统自动发出，请勿直接回复。",
	fault.English: "This letter was sent by the system. Please do not reply to it.",
}

// byHand stands before the address that a button leads to.
var byHand = map[fault.Language]string{
	fault.Chinese: "如果按钮无法点击，请把下面的地址复制到浏览器中打开：",
	fault.English: "If the button does not work, open this address in your browser:",
}

// render makes text and HTML of a letter. Paths become addresses below base.
func (c Content) render(base string, lang fault.Language) (m Message, err error) {
	view := struct {
		Content
		Language, Link, ByHand, Closing string
	}{c, string(lang), "", byHand[lang], closing[lang]}
	view.Subject = line(c.Subject)
	if c.Button != nil {
		view.Link = strings.TrimSuffix(base, "/") + c.Button.Path
	}
	var text, html strings.Builder
	if err := asText.Execute(&text, view); err != nil {
		return m, fmt.Errorf("render a letter: %w", err)
	}
	if err := asHTML.Execute(&html, view); err != nil {
		return m, fmt.Errorf("render a letter as HTML: %w", err)
	}
	return Message{Subject: view.Subject, Text: text.String(), HTML: html.String()}, nil
}

// line is a text without the line breaks that would begin another header.
func line(text string) string { return strings.Join(strings.Fields(text), " ") }
