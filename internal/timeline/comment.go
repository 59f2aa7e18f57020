package timeline

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"qudao/internal/blob"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/queue"
)

// The documents of comments in facts: pages of dealers hear of the first, of the second staff alone.
const (
	DocComment         = "comment"
	DocInternalComment = "internal_comment"
)

// FactCommented is stated for each comment. Its document is the comment.
const FactCommented = "comment.added"

const (
	maxBody     = 2000 // characters of a comment
	maxComments = 500  // of a document
)

// Side says who speaks.
type Side string

// The sides.
const (
	DealerSide Side = "dealer"
	BrandSide  Side = "brand"
)

// Document is what a comment belongs to.
type Document struct {
	Dealer int32
	Kind   string
	ID     id.ID
	Number string // as its page is addressed
}

// Comment (留言) is what somebody wrote to a document.
type Comment struct {
	ID       id.ID     `db:"id" json:"id"`
	Side     Side      `db:"side" json:"side"`
	Internal bool      `db:"internal" json:"internal"`
	At       time.Time `db:"at" json:"at"`
	Actor    string    `db:"actor" json:"actor"`
	Who      string    `db:"who" json:"who"`
	Body     string    `db:"body" json:"body"`
	Files    []File    `db:"-" json:"files"`
}

// File is a file that came with a comment.
type File struct {
	Comment id.ID  `db:"comment_id" json:"comment"`
	ID      id.ID  `db:"id" json:"id"`
	Name    string `db:"name" json:"name"`
	Type    string `db:"type" json:"type"`
	Size    int64  `db:"size" json:"size"` // bytes
	Picture bool   `db:"picture" json:"picture"`
}

// CommentInput is a comment as it is given.
type CommentInput struct {
	Body     string // plain text
	Internal bool   // for the brand's own people alone
	Files    []Upload
}

// Draft is a comment that may be written. Make it with Check.
type Draft struct {
	body     string
	internal bool
	files    []file
}

// Check names everything that is wrong with the input, of an actor. It looks into the files, which takes
// time: it is called before anything is locked. Errors at body, internal and files[i].
func (in CommentInput) Check(who org.Actor) (Draft, error) {
	out := Draft{body: strings.TrimSpace(strings.ReplaceAll(in.Body, "\r", "")), internal: in.Internal}
	var wrong fault.Fields
	if out.body == "" && len(in.Files) == 0 {
		wrong.Add("body", CommentEmpty)
	}
	org.CheckText(&wrong, "body", out.body, maxBody)
	if in.Internal && who.Kind == org.Dealer {
		wrong.Add("internal", InternalByBrand)
	}
	if len(in.Files) > MaxFiles {
		wrong.Add("files", TooManyFiles, "maximum", MaxFiles)
		return out, wrong.Err()
	}
	for i, u := range in.Files {
		f, refused := u.read()
		if refused != nil {
			wrong = append(wrong, fault.Field{Path: "files[" + strconv.Itoa(i) + "]", Definition: refused.Definition, Facts: refused.Facts})
			continue
		}
		out.files = append(out.files, f)
	}
	return out, wrong.Err()
}

// Fact is what the fact of a comment holds: where it stands, nothing of what it says.
type Fact struct {
	DocKind string `json:"doc_kind"`
	DocID   id.ID  `json:"doc_id"`
	Number  string `json:"number"`
	Side    Side   `json:"side"`
}

// WriteTx writes a comment to a document, with its files and its fact. Errors: TooManyComments.
func WriteTx(ctx context.Context, tx *pg.Tx, who org.Actor, on Document, d Draft) (Comment, error) {
	n, err := pg.Value[int](ctx, tx, countSQL, on.Dealer, on.ID)
	if err != nil {
		return Comment{}, err
	}
	if n >= maxComments {
		return Comment{}, TooManyComments.With("maximum", maxComments)
	}
	now, err := tx.Now(ctx)
	if err != nil {
		return Comment{}, err
	}
	c := Comment{ID: id.At(now, nil), Side: BrandSide, Internal: d.internal, At: now, Actor: who.Principal(), Who: who.Name, Body: d.body, Files: []File{}}
	if who.Kind == org.Dealer {
		c.Side = DealerSide
	}
	if _, err := tx.Exec(ctx, writeSQL, on.Dealer, on.ID, c.ID, on.Kind, c.Side, c.Internal, c.Actor, c.Who, c.Body); err != nil {
		return Comment{}, fmt.Errorf("write a comment: %w", err)
	}
	for i, f := range d.files {
		kept, err := f.putTx(ctx, tx, on, c, i)
		if err != nil {
			return Comment{}, err
		}
		c.Files = append(c.Files, kept)
	}
	doc := DocComment
	if c.Internal {
		doc = DocInternalComment
	}
	fact, err := queue.Of(FactCommented, doc, c.ID.String(), 1, on.Dealer, Fact{DocKind: on.Kind, DocID: on.ID, Number: on.Number, Side: c.Side})
	if err != nil {
		return Comment{}, err
	}
	return c, queue.PutTx(ctx, tx, fact)
}

// putTx keeps one file of a comment.
func (f file) putTx(ctx context.Context, tx *pg.Tx, on Document, c Comment, place int) (File, error) {
	out := File{Comment: c.ID, ID: id.At(c.At, nil), Name: f.name, Type: f.kind, Size: int64(len(f.content)), Picture: f.small != nil}
	whole, err := blob.PutTx(ctx, tx, f.name, f.kind, bytes.NewReader(f.content))
	if err != nil {
		return out, err
	}
	var small *id.ID
	if f.small != nil {
		key, err := blob.PutTx(ctx, tx, f.name, f.kind, bytes.NewReader(f.small))
		if err != nil {
			return out, err
		}
		small = &key
	}
	_, err = tx.Exec(ctx, attachSQL, on.Dealer, on.ID, out.ID, c.ID, c.Internal, place, out.Name, out.Type, out.Size, whole, small)
	return out, err
}

// CommentsTx returns the comments of a document that the actor may read, from the first to the last.
func CommentsTx(ctx context.Context, tx *pg.Tx, who org.Actor, dealer int32, doc id.ID) ([]Comment, error) {
	inside := who.Kind != org.Dealer
	comments, err := pg.All[Comment](ctx, tx, commentsSQL, dealer, doc, inside)
	if err != nil {
		return nil, err
	}
	files, err := pg.All[File](ctx, tx, filesSQL, dealer, doc, inside)
	if err != nil {
		return nil, err
	}
	for i := range comments {
		comments[i].Files = []File{}
		for _, f := range files {
			if f.Comment == comments[i].ID {
				comments[i].Files = append(comments[i].Files, f)
			}
		}
	}
	return comments, nil
}

// FindFileTx returns under which key a file of a document is kept; small asks for a picture's small form.
// Errors: fault.NotFound, also for a file that the actor may not read.
func FindFileTx(ctx context.Context, tx *pg.Tx, who org.Actor, dealer int32, doc, key id.ID, small bool) (id.ID, error) {
	return pg.Value[id.ID](ctx, tx, fileSQL, dealer, doc, key, who.Kind != org.Dealer, small)
}

// OpenFile opens a file that FindFileTx found. It belongs to who wrote the comment; that the reader may have
// it was asked there.
func OpenFile(ctx context.Context, db *pg.DB, key id.ID) (*blob.File, error) {
	return blob.Open(ctx, db, org.NewSystem("timeline").Scope(), key)
}
