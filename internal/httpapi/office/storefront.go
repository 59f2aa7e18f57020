package office

import (
	"context"
	"io"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"qudao/internal/catalog"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/storefront"
)

func (s *surface) storefront() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "storefront.list", Method: http.MethodGet, Path: "/storefront/blocks", Surface: httpapi.Office,
		Permission: org.StorefrontEdit, Object: httpapi.Brand, Zh: "首页板块列表", En: "List the blocks of the portal's first page, from above"}, s.listBlocks)
	httpapi.Handle(s.api, httpapi.Operation{ID: "storefront.create", Method: http.MethodPost, Path: "/storefront/blocks", Surface: httpapi.Office,
		Permission: org.StorefrontEdit, Object: httpapi.Brand, Idempotent: true, Zh: "新建首页板块", En: "Add a block below the others"}, s.createBlock)
	httpapi.Handle(s.api, httpapi.Operation{ID: "storefront.edit", Method: http.MethodPut, Path: "/storefront/blocks/{id}", Surface: httpapi.Office,
		Permission: org.StorefrontEdit, Object: httpapi.Brand, Zh: "修改首页板块", En: "Change a block", Doc: "Dealers see the change at once where the block is shown."}, s.editBlock)
	httpapi.Handle(s.api, httpapi.Operation{ID: "storefront.remove", Method: http.MethodDelete, Path: "/storefront/blocks/{id}", Surface: httpapi.Office,
		Permission: org.StorefrontEdit, Object: httpapi.Brand, Zh: "移除首页板块", En: "Take a block away"}, s.removeBlock)
	httpapi.Handle(s.api, httpapi.Operation{ID: "storefront.arrange", Method: http.MethodPut, Path: "/storefront/order", Surface: httpapi.Office,
		Permission: org.StorefrontEdit, Object: httpapi.Brand, Zh: "排列首页板块", En: "Put the blocks in an order: all of them, each once"}, s.arrangeBlocks)
	httpapi.Handle(s.api, httpapi.Operation{ID: "storefront.picture", Method: http.MethodPost, Path: "/storefront/pictures", Surface: httpapi.Office,
		Permission: org.StorefrontEdit, Object: httpapi.Brand, Idempotent: true, MaxBody: httpapi.MaxUpload, Zh: "上传横幅图片", En: "Keep a picture for a banner",
		Doc: "PNG, JPEG, WebP or SVG. The answer's address goes into a block."}, s.keepPicture)
	httpapi.Handle(s.api, httpapi.Operation{ID: "storefront.preview", Method: http.MethodGet, Path: "/storefront/preview", Surface: httpapi.Office,
		Permission: org.StorefrontEdit, Object: httpapi.Brand, Zh: "预览首页", En: "Show the blocks that every dealer of an audience sees now",
		Doc: "Without prices and stock, which each dealer has its own."}, s.previewStorefront)
}

// Block is a part of the portal's first page.
type Block struct {
	ID        id.ID              `json:"id"`
	Kind      storefront.Kind    `json:"kind" enum:"banner,products,notice"`
	Title     string             `json:"title"`
	Body      string             `json:"body" doc:"Plain text, one paragraph a line."`
	Image     string             `json:"image,omitempty"`
	Link      *view.BlockLink    `json:"link,omitempty"`
	Products  []storefront.Goods `json:"products" nullable:"false"`
	Everybody bool               `json:"everybody" doc:"For every dealer; else for those of any of the audiences."`
	Audiences []org.Ref          `json:"audiences" nullable:"false"`
	Since     *time.Time         `json:"since,omitempty"`
	Until     *time.Time         `json:"until,omitempty" doc:"Exclusive."`
	Shown     bool               `json:"shown" doc:"Else it is being prepared."`
	Version   int                `json:"version"`
	UpdatedAt time.Time          `json:"updated_at"`
	UpdatedBy string             `json:"updated_by"`
}

// BlockFields are a block as it is given. What its kind has not is left out of it.
type BlockFields struct {
	Kind      storefront.Kind `json:"kind" enum:"banner,products,notice"`
	Title     string          `json:"title"`
	Body      string          `json:"body,omitempty"`
	Image     string          `json:"image,omitempty" maxLength:"100" doc:"Of a banner: the address of a picture that was kept."`
	Link      *view.BlockLink `json:"link,omitempty"`
	Products  []string        `json:"products,omitempty" maxItems:"100" doc:"Of a row: codes, in their order."`
	Everybody bool            `json:"everybody,omitempty"`
	Audiences []string        `json:"audiences,omitempty" doc:"Codes."`
	Since     *time.Time      `json:"since,omitempty"`
	Until     *time.Time      `json:"until,omitempty" doc:"Exclusive."`
	Shown     bool            `json:"shown,omitempty"`
}

func (f BlockFields) input() storefront.Input {
	in := storefront.Input{Kind: f.Kind, Title: f.Title, Body: f.Body, Image: f.Image, Products: f.Products, Everybody: f.Everybody, Audiences: f.Audiences,
		Since: f.Since, Until: f.Until, Shown: f.Shown}
	if f.Link != nil {
		in.Link = storefront.Link{Kind: f.Link.Kind, To: f.Link.To}
	}
	return in
}

func blockOf(b storefront.Block) Block {
	return Block{ID: b.ID, Kind: b.Kind, Title: b.Title, Body: b.Body, Image: b.Image, Link: view.BlockLinkOf(b.Link()), Products: view.Full(b.Goods),
		Everybody: b.Everybody, Audiences: view.Full(b.Audiences), Since: b.Since, Until: b.Until, Shown: b.Shown, Version: b.Version, UpdatedAt: b.UpdatedAt, UpdatedBy: b.UpdatedBy}
}

type blocksOutput struct {
	Body struct {
		Items []Block `json:"items" nullable:"false"`
	}
}

func (s *surface) listBlocks(ctx context.Context, who org.Actor, _ *struct{}) (*blocksOutput, error) {
	list, err := s.Storefront.Blocks(ctx, who)
	if err != nil {
		return nil, err
	}
	out := &blocksOutput{}
	out.Body.Items = view.Each(list, blockOf)
	return out, nil
}

type blockOutput struct{ Body Block }

func shownBlock(b storefront.Block, err error) (*blockOutput, error) {
	if err != nil {
		return nil, err
	}
	return &blockOutput{blockOf(b)}, nil
}

type createBlockInput struct{ Body BlockFields }

func (s *surface) createBlock(ctx context.Context, who org.Actor, in *createBlockInput) (*blockOutput, error) {
	return shownBlock(s.Storefront.Create(ctx, who, in.Body.input()))
}

type editBlockInput struct {
	httpapi.Edit
	ID   id.ID `path:"id"`
	Body BlockFields
}

func (s *surface) editBlock(ctx context.Context, who org.Actor, in *editBlockInput) (*blockOutput, error) {
	return shownBlock(s.Storefront.Edit(ctx, who, in.ID, in.Version, in.Body.input()))
}

type removeBlockInput struct {
	httpapi.Edit
	ID id.ID `path:"id"`
}

func (s *surface) removeBlock(ctx context.Context, who org.Actor, in *removeBlockInput) (*struct{}, error) {
	return nil, s.Storefront.Remove(ctx, who, in.ID, in.Version)
}

type arrangeBlocksInput struct {
	Body struct {
		IDs []id.ID `json:"ids" maxItems:"100"`
	}
}

func (s *surface) arrangeBlocks(ctx context.Context, who org.Actor, in *arrangeBlocksInput) (*struct{}, error) {
	return nil, s.Storefront.Arrange(ctx, who, in.Body.IDs)
}

type keepPictureInput struct {
	RawBody huma.MultipartFormFiles[struct {
		File huma.FormFile `form:"file" contentType:"application/octet-stream" required:"true" doc:"A picture: PNG, JPEG, WebP or SVG."`
	}]
}

// ContentHash is of the picture.
func (in *keepPictureInput) ContentHash() ([]byte, error) {
	return view.HashUploads([]huma.FormFile{in.RawBody.Data().File})
}

// KeptPicture is a picture that a block may show.
type KeptPicture struct {
	Image string `json:"image" doc:"Its address."`
}

type keptPictureOutput struct{ Body KeptPicture }

func (s *surface) keepPicture(ctx context.Context, who org.Actor, in *keepPictureInput) (*keptPictureOutput, error) {
	file := in.RawBody.Data().File
	content, err := io.ReadAll(io.NewSectionReader(file, 0, file.Size))
	if err != nil {
		return nil, err
	}
	address, err := s.Storefront.KeepPicture(ctx, who, content)
	return &keptPictureOutput{KeptPicture{Image: address}}, err
}

// SeenBlock is a block as a dealer sees it, without what each dealer has of its own.
type SeenBlock struct {
	ID       id.ID           `json:"id"`
	Kind     storefront.Kind `json:"kind" enum:"banner,products,notice"`
	Title    string          `json:"title"`
	Body     string          `json:"body,omitempty"`
	Image    string          `json:"image,omitempty"`
	Link     *view.BlockLink `json:"link,omitempty"`
	Products []catalog.Card  `json:"products,omitempty"`
}

type previewStorefrontInput struct {
	Audience string `query:"audience" maxLength:"64" doc:"Code; every dealer at all where it is left out."`
}

type seenBlocksOutput struct {
	Body struct {
		Items []SeenBlock `json:"items" nullable:"false"`
	}
}

func (s *surface) previewStorefront(ctx context.Context, who org.Actor, in *previewStorefrontInput) (*seenBlocksOutput, error) {
	list, err := s.Storefront.Preview(ctx, who, in.Audience)
	if err != nil {
		return nil, err
	}
	out := &seenBlocksOutput{}
	out.Body.Items = view.Each(list, func(b storefront.Seen) SeenBlock {
		return SeenBlock{ID: b.ID, Kind: b.Kind, Title: b.Title, Body: b.Body, Image: b.Image, Link: view.BlockLinkOf(b.Link), Products: b.Cards}
	})
	return out, nil
}
