package storefront

import (
	"strconv"
	"strings"
	"time"

	"qudao/internal/catalog"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/org"
)

// Kind says what a block is.
type Kind string

// The kinds of blocks.
const (
	Banner   Kind = "banner"   // 横幅: a picture with words and a way to somewhere
	Products Kind = "products" // 商品: a row of products
	Notice   Kind = "notice"   // 文字: words alone
)

// Target says what a block leads to.
type Target string

// What a block leads to.
const (
	ToNothing      Target = ""
	ToProduct      Target = "product"      // by its code
	ToCategory     Target = "category"     // by its code
	ToSearch       Target = "search"       // words to look for
	ToAnnouncement Target = "announcement" // by its number
)

const (
	maxTitle     = 60  // characters
	maxBody      = 500 // characters
	maxProducts  = 24  // of a row
	maxAudiences = 100
	maxBlocks    = 40
)

// Link is where a block leads.
type Link struct {
	Kind Target
	To   string
}

// Goods is a product of a row, as staff sees it.
type Goods struct {
	Code  string `json:"code"`
	Name  string `json:"name"`
	Image string `json:"image"`
	State string `json:"state"`
}

// Block (板块) is a part of the first page, as staff sees it.
type Block struct {
	ID        id.ID      `db:"id"`
	Kind      Kind       `db:"kind"`
	Title     string     `db:"title"`
	Body      string     `db:"body"`  // plain paragraphs, one a line
	Image     string     `db:"image"` // address
	LinkKind  Target     `db:"link_kind"`
	LinkTo    string     `db:"link_to"`
	Goods     []Goods    `db:"goods"`
	Everybody bool       `db:"everybody"`
	Audiences []org.Ref  `db:"audiences"` // any of them; none with Everybody
	Since     *time.Time `db:"since"`
	Until     *time.Time `db:"until"` // exclusive
	Shown     bool       `db:"shown"`
	Version   int        `db:"version"`
	UpdatedAt time.Time  `db:"updated_at"`
	UpdatedBy string     `db:"updated_by"`
}

// Link is where the block leads.
func (b Block) Link() Link { return Link{b.LinkKind, b.LinkTo} }

// Input is a block as it is given. What its kind has not is left out of it.
type Input struct {
	Kind      Kind
	Title     string
	Body      string
	Image     string // address of a kept picture
	Link      Link
	Products  []string // codes, in their order
	Everybody bool
	Audiences []string // codes
	Since     *time.Time
	Until     *time.Time
	Shown     bool
}

// Validate names everything that is wrong with the input as such.
func (in Input) Validate() error {
	var wrong fault.Fields
	org.CheckOneOf(&wrong, "kind", in.Kind, Banner, Products, Notice)
	if strings.TrimSpace(in.Title) == "" {
		wrong.Add("title", org.Required)
	}
	org.CheckText(&wrong, "title", in.Title, maxTitle)
	org.CheckText(&wrong, "body", in.Body, maxBody)
	switch in.Kind {
	case Banner:
		if in.Image == "" {
			wrong.Add("image", ImageMissing)
		}
	case Notice:
		if strings.TrimSpace(in.Body) == "" {
			wrong.Add("body", org.Required)
		}
	case Products:
		in.checkProducts(&wrong)
	}
	org.CheckOneOf(&wrong, "link.kind", in.Link.Kind, ToNothing, ToProduct, ToCategory, ToSearch, ToAnnouncement)
	if in.Link.Kind != ToNothing && strings.TrimSpace(in.Link.To) == "" {
		wrong.Add("link.to", org.Required)
	}
	org.CheckText(&wrong, "link.to", in.Link.To, 100)
	in.checkTarget(&wrong)
	return wrong.Err()
}

func (in Input) checkProducts(wrong *fault.Fields) {
	if len(in.Products) == 0 {
		wrong.Add("products", ProductsMissing)
	}
	if len(in.Products) > maxProducts {
		wrong.Add("products", TooManyProducts, "maximum", maxProducts)
	}
	seen := map[string]bool{}
	for i, code := range in.Products {
		if seen[code] {
			wrong.Add(productPath(i), ProductRepeated, "code", code)
		}
		seen[code] = true
	}
}

func (in Input) checkTarget(wrong *fault.Fields) {
	switch {
	case in.Everybody && len(in.Audiences) > 0:
		wrong.Add("audiences", EverybodyToo)
	case len(in.Audiences) > maxAudiences:
		wrong.Add("audiences", TooManyTargets, "maximum", maxAudiences)
	case in.Shown && !in.Everybody && len(in.Audiences) == 0:
		wrong.Add("audiences", TargetMissing)
	}
	// To the microsecond, which is all that PostgreSQL keeps.
	if in.Since != nil && in.Until != nil && in.Until.UnixMicro() <= in.Since.UnixMicro() {
		wrong.Add("until", PeriodReversed)
	}
}

// normal is the input without what its kind has not, and without space around its words.
func (in Input) normal() Input {
	in.Title = strings.TrimSpace(in.Title)
	in.Body = strings.TrimSpace(strings.ReplaceAll(in.Body, "\r", ""))
	in.Link.To = strings.TrimSpace(in.Link.To)
	if in.Link.Kind == ToNothing {
		in.Link.To = ""
	}
	if in.Kind != Banner {
		in.Image = ""
	}
	if in.Kind != Products {
		in.Products = nil
	}
	return in
}

func productPath(i int) string  { return "products[" + strconv.Itoa(i) + "]" }
func audiencePath(i int) string { return "audiences[" + strconv.Itoa(i) + "]" }

// Seen is a block as a dealer sees it.
type Seen struct {
	ID    id.ID
	Kind  Kind
	Title string
	Body  string
	Image string
	Link  Link
	Cards []catalog.Card // of a row: the products that are published to the dealer, in their order
}
