package apitest

import (
	"bytes"
	"mime/multipart"
	"net/http"
)

// Upload posts a file, and what goes with it, as a form.
func (c *Client) Upload(path, name string, content []byte, fields map[string]string, headers ...Header) *Answer {
	c.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("file", name)
	if err != nil {
		c.t.Fatal(err)
	}
	_, _ = part.Write(content) // a buffer takes everything
	for field, value := range fields {
		_ = form.WriteField(field, value)
	}
	_ = form.Close()
	headers = append([]Header{{"Content-Type", form.FormDataContentType()}}, headers...)
	return c.Send(c.Request(http.MethodPost, path, &body, headers...))
}
