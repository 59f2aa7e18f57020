package drawing

// finish is a colour in the tones that shading needs.
type finish struct {
	base, light, dark string // the surface, where light falls, where it does not
	outline           string // lines around it
	mark              string // prints and symbols upon it
	dim               bool   // dark as a whole
}

// finishes by their names in the catalogue.
var finishes = map[string]finish{
	"雅白":    {"#f8f7f4", "#ffffff", "#e2dfd9", "#a39c91", "#b3aca1", false},
	"象牙白":   {"#f6efdf", "#fdf9ee", "#e3d8bf", "#a99c80", "#b8ab8e", false},
	"云石白":   {"#f3f2f0", "#ffffff", "#dcdad6", "#9b978f", "#b5b0a8", false},
	"珍珠银":   {"#e0e1e1", "#f5f6f6", "#bfc2c3", "#84898c", "#95999b", false},
	"香槟金":   {"#e3cfa8", "#f5e7c9", "#c2a878", "#8d744a", "#9b8258", false},
	"砂岩金":   {"#cdb593", "#e4d2b6", "#a88e69", "#776142", "#8a7353", false},
	"拉丝金":   {"#d3b877", "#efdca8", "#a88b49", "#745d2b", "#836a35", false},
	"拉丝银":   {"#cfd2d4", "#f0f2f3", "#a2a7aa", "#6f7578", "#7d8386", false},
	"玫瑰金":   {"#e3bfae", "#f5dccf", "#bf9380", "#8d6453", "#9c7262", false},
	"星空灰":   {"#777b81", "#9a9ea4", "#575b61", "#3c4046", "#c9ccd0", true},
	"雾霾灰":   {"#a5a8aa", "#c4c7c9", "#818587", "#5c6062", "#e4e6e7", true},
	"曜石黑":   {"#37383b", "#5b5d61", "#222326", "#141517", "#9da0a4", true},
	"深空蓝":   {"#3c4d68", "#5d7090", "#28374f", "#192438", "#a9b6ca", true},
	"工程灰":   {"#9aa0a3", "#bfc4c6", "#71777a", "#4c5254", "#e0e3e4", true},
	"古铜色":   {"#7a5c3e", "#a38360", "#573f28", "#392817", "#d2b797", true},
	"不锈钢本色": {"#c9cdcf", "#eef0f1", "#979da0", "#666c6f", "#757b7e", false},
	"琥珀色":   {"#e2a955", "#f6cf8d", "#b97f2e", "#855718", "#94641f", false},
	"透明":    {"#eaf1f3", "#ffffff", "#ccd9dd", "#8fa0a6", "#a3b2b7", false},
	"浅蓝":    {"#bcd6e6", "#dcecf5", "#94b6cb", "#5f8299", "#7192a8", false},
	"浅灰":    {"#d6d8d9", "#eceeee", "#b2b5b7", "#7c8083", "#8d9194", false},
	"红色":    {"#cf3f36", "#e8746b", "#a02a23", "#6d1914", "#f2c1bd", true},
	"黄色":    {"#ecc243", "#f8de87", "#c4991e", "#8b6a0c", "#8b6a0c", false},
	"蓝色":    {"#3a74b8", "#6d9dd4", "#28568d", "#17375e", "#c3d8ef", true},
	"绿色":    {"#4a9a5c", "#7cc08b", "#327342", "#1d4c29", "#c7e5cf", true},
	"黄绿双色":  {"#d9c93c", "#efe484", "#6ba03c", "#5c6b16", "#4f7d28", false},
}

func finishOf(name string) finish {
	if f, ok := finishes[name]; ok {
		return f
	}
	return finishes["雅白"]
}

// Colours that many goods have whatever their finish.
const (
	hole   = "#3d3a36"
	metal  = "#c9ccce"
	metalL = "#eff1f2"
	metalD = "#8d9295"
	black  = "#2c2d30"
	brass  = "#d0ab5c"
	copper = "#c67a48"
	warm   = "#ffe9b8"
	warmL  = "#fff8e4"
	green  = "#4aa564"
	orange = "#e08a3c"
	red    = "#cc453b"
)

// body is the finish as the surface of something lit from above left.
func (t *sheet) surface() ink {
	return fill(t.gradient(1, 1, t.light, t.base, t.dark)).edge(t.outline, 3)
}

// flat is the finish as a face that looks at us.
func (t *sheet) flat() ink { return fill(t.gradient(0.4, 1, t.light, t.base)).edge(t.outline, 2.5) }

// across is the finish around an upright cylinder.
func (t *sheet) across() ink {
	return fill(t.gradient(1, 0, t.dark, t.light, t.base, t.dark)).edge(t.outline, 3)
}

// steel is bare metal around an upright cylinder.
func (t *sheet) steel() ink {
	return fill(t.gradient(1, 0, metalD, metalL, metal, metalD)).edge("#6c7174", 2.5)
}

// lit is a face that shines.
func (t *sheet) lit() string { return t.glow("#ffffff", warmL, warm) }

// hole is the dark of an opening, darker still in a dark finish.
func (t *sheet) hole() string {
	if t.dim {
		return "#0b0b0c"
	}
	return hole
}

// rim is what catches the light around an opening.
func (t *sheet) rim() string {
	if t.dim {
		return t.finish.mark
	}
	return t.light
}
