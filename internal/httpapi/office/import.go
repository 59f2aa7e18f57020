package office

import (
	"context"
	"crypto/sha256"
	"io"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/org"
	"qudao/internal/spreadsheet"
)

func (s *surface) imports() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "import.template", Method: http.MethodGet, Path: "/imports/{kind}/template", Surface: httpapi.Office,
		Permission: org.ImportRun, Object: httpapi.Brand, Zh: "下载导入模板", En: "Download an empty workbook to fill in"}, s.importTemplate)
	httpapi.Handle(s.api, httpapi.Operation{ID: "import.create", Method: http.MethodPost, Path: "/imports/{kind}", Surface: httpapi.Office,
		Permission: org.ImportRun, Object: httpapi.Own, Idempotent: true, MaxBody: httpapi.MaxUpload, Zh: "导入", En: "Start an import",
		Doc: "Needs the permission to edit what is imported too. Wrong rows never stop right ones."}, s.startImport)
}

type importTemplateInput struct {
	Kind spreadsheet.Kind `path:"kind" enum:"products,prices,stock"`
}

func (s *surface) importTemplate(ctx context.Context, _ org.Actor, in *importTemplateInput) (*view.File, error) {
	content, err := s.Spreadsheet.Template(in.Kind, httpapi.Language(ctx))
	if err != nil {
		return nil, err
	}
	return view.Workbook(string(in.Kind)+".xlsx", content), nil
}

type startImportInput struct {
	Kind    spreadsheet.Kind `path:"kind" enum:"products,prices,stock"`
	RawBody huma.MultipartFormFiles[struct {
		File huma.FormFile `form:"file" contentType:"application/octet-stream" required:"true" doc:"A workbook (.xlsx) with the columns of the template."`
		List string        `form:"list" required:"false" maxLength:"64" doc:"Of prices: code of the price list; required."`
	}]
}

// ContentHash is of all that the upload says: the same file for another list is another request.
func (in *startImportInput) ContentHash() ([]byte, error) {
	form := in.RawBody.Data()
	sum := sha256.New()
	for _, field := range []string{string(in.Kind), form.List, form.File.Filename} {
		_, _ = io.WriteString(sum, field+"\x00") // a hash takes everything
	}
	if _, err := io.Copy(sum, io.NewSectionReader(form.File, 0, form.File.Size)); err != nil {
		return nil, err
	}
	return sum.Sum(nil), nil
}

func (s *surface) startImport(ctx context.Context, who org.Actor, in *startImportInput) (*runOutput, error) {
	form := in.RawBody.Data()
	return shownRun(s.Spreadsheet.StartImport(ctx, who, in.Kind, spreadsheet.Params{List: form.List, Language: httpapi.Language(ctx)},
		form.File.Filename, io.NewSectionReader(form.File, 0, form.File.Size)))
}
