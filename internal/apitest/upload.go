package apitest

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
)

// Upload posts a file, and what goes with it, as a form.
func (c *Client) Upload(path, name string, content []byte, fields map[string]string, headers ...Header) *Answer {
	c.t.Helper()
	return c.form(http.MethodPost, path, fields, headers, part{"file", name, content})
}

// File is a file to attach.
type File struct {
	Name    string
	Content []byte
}

// Attach posts what a person writes, and the file that goes with it; none where it has no name.
func (c *Client) Attach(path string, fields map[string]any, file File, headers ...Header) *Answer {
	c.t.Helper()
	texts := map[string]string{}
	for name, value := range fields {
		texts[name] = fmt.Sprint(value)
	}
	if file.Name == "" {
		return c.form(http.MethodPost, path, texts, headers)
	}
	return c.form(http.MethodPost, path, texts, headers, part{"files", file.Name, file.Content})
}

// PutFiles puts files as a form, all under the name "files".
func (c *Client) PutFiles(path string, contents [][]byte, headers ...Header) *Answer {
	c.t.Helper()
	parts := make([]part, len(contents))
	for i, content := range contents {
		parts[i] = part{"files", "x", content}
	}
	return c.form(http.MethodPut, path, nil, headers, parts...)
}

type part struct {
	field, name string
	content     []byte
}

func (c *Client) form(method, path string, fields map[string]string, headers []Header, parts ...part) *Answer {
	c.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for _, p := range parts {
		to, err := form.CreateFormFile(p.field, p.name)
		if err != nil {
			c.t.Fatal(err)
		}
		_, _ = to.Write(p.content) // a buffer takes everything
	}
	for field, value := range fields {
		_ = form.WriteField(field, value)
	}
	_ = form.Close()
	headers = append([]Header{{"Content-Type", form.FormDataContentType()}}, headers...)
	return c.Send(c.Request(method, path, &body, headers...))
}
