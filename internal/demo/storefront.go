package demo

import "qudao/internal/drawing"

// Block is a part of the portal's first page: a banner where it has a subject, a row of products where it has a
// category, else a notice.
type Block struct {
	Title, Body      string
	Subject          drawing.Subject
	Ground, Disc     string // colours behind the subject
	Category         string // of a row: the code of the category whose products it shows
	Products         int    // how many of them
	LinkKind, LinkTo string
	Audiences        []string // codes; none is everybody
	Draft            bool
}

// Blocks are what the brand has put onto the first page, from above.
func (b *Brand) Blocks() []Block {
	return []Block{
		{Title: "无边框智能面板", Body: "首批 48 个规格现货，金牌及以上经销商开放订货。", Subject: drawing.Subject{Shape: "touch", Style: 3, Finish: "雅白", Count: 3},
			Ground: "#e3eeec", Disc: "#d2e3df", LinkKind: "search", LinkTo: "智能面板", Audiences: []string{audienceGold}},
		{Title: "工程照明备货季", Body: "面板灯、筒灯整箱起订，仓库直发。", Subject: drawing.Subject{Shape: "downlight", Style: 5, Finish: "雅白"},
			Ground: "#f3ecdf", Disc: "#eadfc9", LinkKind: "category", LinkTo: "4"},
		{Title: "本月主推", Body: "走量款备足现货，当天审核当天发。", Category: "10", Products: 5, LinkKind: "category", LinkTo: "10"},
		{Title: "门店常备", Category: "20", Products: 5, LinkKind: "category", LinkTo: "20", Audiences: []string{"COUNTY", "NEW"}},
		{Title: "下单小贴士", Body: "型号清单可整段粘贴到“快速下单”，系统自动识别并提示相近型号。", LinkKind: "search", LinkTo: "五孔"},
		{Title: "春节备货", Body: "备货政策确定后发布。", Draft: true},
	}
}
