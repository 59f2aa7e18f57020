package demo

import (
	"fmt"
	"time"
)

// Announcement is something the brand tells its dealers.
type Announcement struct {
	Title, Body string
	Audiences   []string // codes; none is everybody
	By          string   // staff code
	WrittenAt   time.Time
	PublishedAt time.Time // zero: still a draft
	WithdrawnAt time.Time // zero: not withdrawn
	Until       time.Time // zero: open
	Pinned      bool
}

// Announcements are what the brand has told of late, the oldest first.
func (b *Brand) Announcements() []Announcement {
	day := func(back, hour int) time.Time {
		d := b.now.AddDate(0, 0, -back)
		return time.Date(d.Year(), d.Month(), d.Day(), hour, 20, 0, 0, d.Location())
	}
	date := func(ahead int) string {
		d := b.now.AddDate(0, 0, ahead)
		return fmt.Sprintf("%d 月 %d 日", d.Month(), d.Day())
	}
	return []Announcement{
		{Title: "秋季订货会资料下载", Body: "订货会的产品手册已更新，请联系您的业务员领取。", By: "E014",
			WrittenAt: day(46, 9), PublishedAt: day(46, 10), WithdrawnAt: day(20, 17)},
		{Title: "开票信息核对", By: "E001", WrittenAt: day(24, 9), PublishedAt: day(24, 10),
			Body: "为保证月底开票顺利，请在“我的”中核对公司名称与收货地址。\n\n信息有误的，请联系您的业务员更正。更正前已下的订单不受影响。"},
		{Title: "电商渠道价格提醒", Audiences: []string{audienceOnline}, By: "E006", WrittenAt: day(12, 10), PublishedAt: day(12, 11),
			Body: "近期平台巡查发现个别店铺标价低于指导价。\n\n请各位电商伙伴自查在售链接，三个工作日内调整到位。如对某个型号的指导价有疑问，请附链接联系价格专员。"},
		{Title: "新品开放订货：无边框智能面板", Audiences: []string{audienceGold}, By: "E005", WrittenAt: day(6, 9), PublishedAt: day(6, 10),
			Body: "无边框智能面板即日起向金牌及以上经销商开放订货，首批共 48 个规格，现货充足。\n\n选型建议：零火线版本用于新装，单火线版本用于旧改。配套底盒请一并订购。\n\n样品可在下单时备注“随货发样”，每家限两套。"},
		{Title: "新客首单支持", Audiences: []string{"NEW", "COUNTY"}, By: "E014", WrittenAt: day(4, 9), PublishedAt: day(4, 10), Until: b.now.AddDate(0, 1, 0),
			Body: "首单发货优先安排，门店物料随货寄出。\n\n不知道从哪些商品开始？在“商品”中按“最新上架”排序，或让业务员为您拟一份首单清单。"},
		{Title: "仓库盘点期间的发货安排", Pinned: true, By: "E014", WrittenAt: day(1, 9), PublishedAt: day(1, 10), Until: b.now.AddDate(0, 0, 12),
			Body: fmt.Sprintf("各仓将于 %s至 %s盘点，期间照常接单，发货顺延一至两天。\n\n%s中午 12 点前审核通过的订单，保证盘点前发出；急用的货请提前下单。\n\n盘点结束后按下单先后补发，无需重复提交。", date(6), date(8), date(5))},
		{Title: "春节放假通知", By: "E001", WrittenAt: b.now.Add(-3 * time.Hour),
			Body: "放假时间待定，请补充停止接单与恢复发货的日期。"},
	}
}
