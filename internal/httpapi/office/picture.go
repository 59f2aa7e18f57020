package office

import (
	"context"
	"crypto/sha256"
	"io"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"qudao/internal/httpapi"
	"qudao/internal/org"
)

func (s *surface) pictures() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "picture.create", Method: http.MethodPost, Path: "/products/{code}/pictures", Surface: httpapi.Office,
		Permission: org.ProductEdit, Object: httpapi.Brand, Idempotent: true, MaxBody: httpapi.MaxUpload, Zh: "上传商品图片", En: "Add a picture to a product",
		Doc: "PNG, JPEG, WebP or SVG. It comes last; the first picture of a product is its main one. A picture that the product has already stays where it is."}, s.addPicture)
	httpapi.Handle(s.api, httpapi.Operation{ID: "picture.arrange", Method: http.MethodPut, Path: "/products/{code}/pictures", Surface: httpapi.Office,
		Permission: org.ProductEdit, Object: httpapi.Brand, Zh: "排列商品图片", En: "Put the pictures of a product in order, or take some away",
		Doc: "The first is the main picture; what is left out is taken away."}, s.arrangePictures)
}

type addPictureInput struct {
	ByCode
	RawBody huma.MultipartFormFiles[struct {
		File huma.FormFile `form:"file" contentType:"application/octet-stream" required:"true" doc:"A picture: PNG, JPEG, WebP or SVG."`
	}]
}

// ContentHash is of all that the upload says, but the file's name.
func (in *addPictureInput) ContentHash() ([]byte, error) {
	form := in.RawBody.Data()
	sum := sha256.New()
	_, _ = io.WriteString(sum, in.Code+"\x00") // a hash takes everything
	if _, err := io.Copy(sum, io.NewSectionReader(form.File, 0, form.File.Size)); err != nil {
		return nil, err
	}
	return sum.Sum(nil), nil
}

func (s *surface) addPicture(ctx context.Context, who org.Actor, in *addPictureInput) (*productOutput, error) {
	file := in.RawBody.Data().File
	content, err := io.ReadAll(io.NewSectionReader(file, 0, file.Size))
	if err != nil {
		return nil, err
	}
	return shownProduct(s.Catalog.AddPicture(ctx, who, in.Code, content))
}

type arrangePicturesInput struct {
	httpapi.Edit
	ByCode
	Body struct {
		Images []string `json:"images" maxItems:"100" doc:"Addresses of pictures that the product has."`
	}
}

func (s *surface) arrangePictures(ctx context.Context, who org.Actor, in *arrangePicturesInput) (*productOutput, error) {
	return shownProduct(s.Catalog.ArrangePictures(ctx, who, in.Code, in.Version, in.Body.Images))
}
