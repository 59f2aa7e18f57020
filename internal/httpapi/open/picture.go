package open

import (
	"context"
	"io"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/org"
)

func (s *surface) pictures() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "picture.upsert", Method: http.MethodPut, Path: "/products/{code}/pictures", Surface: httpapi.Open, MaxBody: httpapi.MaxUpload,
		Permission: org.ProductEdit, Object: httpapi.Brand, Zh: "更新商品图片", En: "Set the pictures of a product",
		Doc: "A form with the part `files` repeated: the pictures in their order, the main one first. They replace those the product had; saying the same again changes nothing."}, s.setPictures)
}

type picturesInput struct {
	Code    string `path:"code" maxLength:"64"`
	RawBody huma.MultipartFormFiles[struct {
		Files []huma.FormFile `form:"files" contentType:"application/octet-stream" required:"true" doc:"Pictures: PNG, JPEG, WebP or SVG."`
	}]
}

type picturesOutput struct {
	Body struct {
		Code    string   `json:"code"`
		Images  []string `json:"images" doc:"Addresses, the main picture first. Behind one that begins with /media/, /96, /320 or /800 asks for that size."`
		Version int      `json:"version"`
	}
}

func (s *surface) setPictures(ctx context.Context, who org.Actor, in *picturesInput) (*picturesOutput, error) {
	files := in.RawBody.Data().Files
	contents := make([][]byte, len(files))
	for i, f := range files {
		var err error
		if contents[i], err = io.ReadAll(io.NewSectionReader(f, 0, f.Size)); err != nil {
			return nil, err
		}
	}
	p, err := s.Catalog.SetPictures(ctx, who, in.Code, contents)
	if err != nil {
		return nil, err
	}
	out := &picturesOutput{}
	out.Body.Code, out.Body.Images, out.Body.Version = p.Code, view.Full(p.Images), p.Version
	return out, nil
}
