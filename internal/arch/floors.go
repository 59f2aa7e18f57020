// Package arch holds the shape of the program, as data that its tests enforce: which package may import
// which, which schema belongs to which package, and which tables stand outside row-level security, each
// with its reason.
//
// The tests parse the files themselves: a `go list` call would hide changes from the test cache.
package arch

// Floors is the one ordered list of packages. A package may import only packages earlier in it. A new
// package is a line here.
var Floors = []struct {
	Name     string
	Knows    string
	Packages []string
}{
	{"kit", "no business word; could serve any program",
		[]string{"fault", "clock", "id", "money", "qty", "page", "secret", "recent", "cluster", "pg", "once", "queue", "mail", "blob", "render", "picture"}},
	{"who", "who acts, may they, for whom", []string{"audit", "identity", "org", "unmask", "dealer", "timeline"}},
	{"goods", "what is sold, where it is, what it costs", []string{"catalog", "inventory", "pricing"}},
	{"deal", "agreements and how they come about", []string{"order", "paper", "purchasing"}},
	{"news", "tell people, tell programs, add up", []string{"record", "spreadsheet", "notification", "storefront", "report"}},
	{"edge", "transport, start and stop, the first of an installation, the demo brand, checks over everything",
		[]string{"drawing", "demo", "seed", "setup", "verify", "worker", "webui", "httpapi", "app", "simulate"}},
}

// TestSupport are packages that only tests import, from any floor.
var TestSupport = map[string]string{
	"arch":      "looks at files, imports nothing of the program",
	"pgtest":    "gives a test its database",
	"apitest":   "boots the real handler for stories and matrices",
	"ordertest": "builds a small trading world",
	"pdftext":   "reads what was printed, imports nothing of the program",
}

// Schemas says which package owns a schema, where their names differ.
var Schemas = map[string]string{"orders": "order"}

// AnySchema are the packages that may name every schema, with the reason.
var AnySchema = map[string]string{
	"verify": "checks invariants across schemas, reads only",
	"seed":   "loads the demo brand by COPY before anything serves",
}

// Unguarded are the tables without row-level security, each with its reason. A table is guarded or it
// stands here.
var Unguarded = map[string]string{
	"pg.partitioned":           "names of tables",
	"pg.keyring":               "which keyring the database was written with: an id that tells nothing",
	"pg.resealed":              "names of keys",
	"unmask.looks":             "the brand's own staff: how often somebody looked, not at what",
	"pg.scope_dealer":          "what the policies themselves read: staff and dealer ids, nothing of a dealer",
	"once.key":                 "every key begins with the principal, which no other principal can present",
	"queue.position":           "positions of readers",
	"blob.chunk":               "found only by its content's hash, through a guarded file row",
	"identity.login":           "read before anyone is known; names and password hashes of no dealer's trade",
	"identity.attempt":         "read before anyone is known",
	"identity.session":         "found only by the hash of a secret token",
	"identity.api_key":         "found only by the hash of a secret key",
	"identity.link":            "found only by the hash of a secret token",
	"mail.letter":              "waits for a job; names of no dealer's trade",
	"mail.outbox":              "read by who may set every password",
	"org.division":             "the brand's own divisions",
	"org.staff":                "the brand's own staff; no dealer rows",
	"org.role":                 "the brand's own roles",
	"org.staff_role":           "the brand's own roles",
	"org.department":           "the brand's own departments",
	"org.staff_department":     "the brand's own staff; no dealer rows",
	"org.scope_want":           "what roles let see: regions, divisions, audiences and reps, nothing of a dealer",
	"dealer.region":            "public division codes",
	"dealer.level":             "names of levels",
	"dealer.tag":               "names of tags",
	"dealer.handover":          "how many dealers went from whom to whom; names none",
	"dealer.account_login":     "read at sign-in, before the dealer is known: ids only",
	"catalog.category":         "goods, not dealers: publication is set algebra over audiences in each statement",
	"catalog.template":         "goods, not dealers",
	"catalog.product":          "goods, not dealers: publication is set algebra over audiences in each statement",
	"catalog.sku":              "goods, not dealers: publication is set algebra over audiences in each statement",
	"catalog.search":           "goods, not dealers; a GIN index is not used under a policy",
	"catalog.picture":          "goods, not dealers: shown to whoever has an address that names the content",
	"catalog.picture_file":     "goods, not dealers: shown to whoever has an address that names the content",
	"catalog.picture_use":      "goods, not dealers: which pictures are in use",
	"inventory.warehouse":      "the brand's warehouses",
	"inventory.level":          "stock is shared by all dealers; what is shown of it is the display rule's",
	"inventory.movement":       "stock is shared by all dealers; no page of a dealer reads it",
	"inventory.external":       "ids of other systems' messages",
	"inventory.counted":        "version numbers of other systems' figures",
	"inventory.display":        "rules over audiences",
	"orders.shipment_external": "ids of other systems' messages",
	"report.filled":            "a day up to which figures are added up",
	"orders.rule":              "the brand's own setting, read by every placement",
	"paper.letterhead":         "the brand's own setting, read by every paper",
	"pricing.book":             "a version number",
}
