package view

import (
	"crypto/sha256"
	"fmt"
	"io"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/timeline"
)

// Comment is what somebody wrote to a document.
type Comment struct {
	ID       id.ID         `json:"id"`
	Side     timeline.Side `json:"side" enum:"dealer,brand"`
	Mine     bool          `json:"mine" doc:"Written by the caller."`
	Internal bool          `json:"internal" doc:"For the brand's own people alone; no dealer reads it."`
	At       time.Time     `json:"at"`
	Who      string        `json:"who"`
	Body     string        `json:"body" doc:"Plain text, one paragraph a line; may be empty where files came."`
	Files    []Attachment  `json:"files" nullable:"false"`
}

// Attachment is a file that came with a comment.
type Attachment struct {
	ID      id.ID  `json:"id"`
	Name    string `json:"name"`
	Type    string `json:"type" doc:"Found in the content."`
	Size    int64  `json:"size" doc:"Bytes."`
	Picture bool   `json:"picture" doc:"It can be asked for small."`
}

// CommentList is everything that was written to a document, from the first to the last.
type CommentList struct {
	Items []Comment `json:"items" nullable:"false"`
}

// CommentListOutput answers with comments.
type CommentListOutput struct{ Body CommentList }

// CommentOutput answers with one comment.
type CommentOutput struct{ Body Comment }

// CommentsOf are comments as the reader sees them.
func CommentsOf(list []timeline.Comment, who org.Actor, err error) (*CommentListOutput, error) {
	if err != nil {
		return nil, err
	}
	return &CommentListOutput{CommentList{Each(list, func(c timeline.Comment) Comment { return commentOf(c, who) })}}, nil
}

// CommentOf is a comment as its writer sees it.
func CommentOf(c timeline.Comment, who org.Actor, err error) (*CommentOutput, error) {
	if err != nil {
		return nil, err
	}
	return &CommentOutput{commentOf(c, who)}, nil
}

func commentOf(c timeline.Comment, who org.Actor) Comment {
	return Comment{ID: c.ID, Side: c.Side, Mine: c.Actor == who.Principal(), Internal: c.Internal, At: c.At, Who: c.Who, Body: c.Body,
		Files: Each(c.Files, func(f timeline.File) Attachment {
			return Attachment{ID: f.ID, Name: f.Name, Type: f.Type, Size: f.Size, Picture: f.Picture}
		})}
}

// AttachmentPath names a file of an order. Embed it in an input.
type AttachmentPath struct {
	ID         string `path:"id" doc:"Id or number of the order."`
	Attachment id.ID  `path:"attachment"`
	Small      bool   `query:"small" doc:"Of a picture: its small form."`
}

// ReadUploads are uploaded files as a package takes them.
func ReadUploads(files []huma.FormFile) ([]timeline.Upload, error) {
	out := make([]timeline.Upload, len(files))
	for i, f := range files {
		content, err := io.ReadAll(io.NewSectionReader(f, 0, f.Size))
		if err != nil {
			return nil, err
		}
		out[i] = timeline.Upload{Name: f.Filename, Content: content}
	}
	return out, nil
}

// HashUploads is the hash of what an upload says: its fields and its files, by name and content.
func HashUploads(files []huma.FormFile, fields ...string) ([]byte, error) {
	sum := sha256.New()
	for _, field := range fields {
		_, _ = fmt.Fprintf(sum, "%d\x00%s", len(field), field) // a hash takes everything
	}
	for _, f := range files {
		_, _ = fmt.Fprintf(sum, "%d\x00%s%d\x00", len(f.Filename), f.Filename, f.Size)
		if _, err := io.Copy(sum, io.NewSectionReader(f, 0, f.Size)); err != nil {
			return nil, err
		}
	}
	return sum.Sum(nil), nil
}
