package portal

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/org"
	"qudao/internal/timeline"
)

func (s *surface) comments() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "comment.list", Method: http.MethodGet, Path: "/orders/{id}/comments", Surface: httpapi.Portal,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "订单留言", En: "List what was written to an order, from the first to the last"}, s.listComments)
	httpapi.Handle(s.api, httpapi.Operation{ID: "comment.create", Method: http.MethodPost, Path: "/orders/{id}/comments", Surface: httpapi.Portal,
		Permission: org.OrderComment, Object: httpapi.Dealer, Idempotent: true, MaxBody: httpapi.MaxUpload, Zh: "在订单上留言", En: "Write to an order",
		Doc: "With at most 5 files of 10 MiB each: pictures (PNG, JPEG, WebP), PDF, Excel, Word, zip. Their content decides, not their name."}, s.comment)
	httpapi.Handle(s.api, httpapi.Operation{ID: "comment.file", Method: http.MethodGet, Path: "/orders/{id}/attachments/{attachment}", Surface: httpapi.Portal,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "下载订单附件", En: "Download a file that came with a comment"}, s.attachment)
}

func (s *surface) listComments(ctx context.Context, who org.Actor, in *orderInput) (*view.CommentListOutput, error) {
	list, err := s.Order.Comments(ctx, who, in.ID)
	return view.CommentsOf(list, who, err)
}

type commentInput struct {
	ID      string `path:"id" doc:"Id or number."`
	RawBody huma.MultipartFormFiles[struct {
		Text  string          `form:"text" required:"false" maxLength:"4000" doc:"Plain text, one paragraph a line."`
		Files []huma.FormFile `form:"files" contentType:"application/octet-stream" required:"false" doc:"The first one first."`
	}]
}

// ContentHash is of all that the upload says.
func (in *commentInput) ContentHash() ([]byte, error) {
	form := in.RawBody.Data()
	return view.HashUploads(form.Files, in.ID, form.Text)
}

func (s *surface) comment(ctx context.Context, who org.Actor, in *commentInput) (*view.CommentOutput, error) {
	form := in.RawBody.Data()
	files, err := view.ReadUploads(form.Files)
	if err != nil {
		return nil, err
	}
	c, err := s.Order.Comment(ctx, who, in.ID, timeline.CommentInput{Body: form.Text, Files: files})
	return view.CommentOf(c, who, err)
}

func (s *surface) attachment(ctx context.Context, who org.Actor, in *view.AttachmentPath) (*view.File, error) {
	return view.FileOf(s.Order.Attachment(ctx, who, in.ID, in.Attachment, in.Small))
}
