package notification

import (
	"strings"

	"qudao/internal/fault"
)

// Kind says what a message tells.
type Kind string

// The kinds of messages.
const (
	OrderAccepted      Kind = "order_accepted"
	OrderRejected      Kind = "order_rejected"
	OrderExpired       Kind = "order_expired"
	OrderCancelled     Kind = "order_cancelled"
	OrderShipped       Kind = "order_shipped"
	OrderPartlyShipped Kind = "order_partly_shipped"
	CommentFromBrand   Kind = "comment_from_brand"
	CommentFromDealer  Kind = "comment_from_dealer" // for staff
	ImportDone         Kind = "import_done"         // for staff: every row was right
	ImportPartly       Kind = "import_partly"       // for staff: some rows were wrong
	ImportFailed       Kind = "import_failed"       // for staff: nothing was taken
)

// wording is a message's title and sentence. A word in braces is replaced by what the message names.
type wording struct{ title, text string }

// words are the texts of every kind. A kind without them, of a newer server, is shown by its document alone.
var words = map[Kind]map[fault.Language]wording{
	OrderAccepted: {
		fault.Chinese: {"订单已接受", "订单 {number} 已通过审核，正在安排发货。"},
		fault.English: {"Order accepted", "Order {number} was accepted and is being prepared."},
	},
	OrderRejected: {
		fault.Chinese: {"订单被驳回", "订单 {number} 未通过审核：{reason}"},
		fault.English: {"Order rejected", "Order {number} was rejected: {reason}"},
	},
	OrderExpired: {
		fault.Chinese: {"订单已过期", "订单 {number} 未在时限内完成审核，已自动关闭，可以再来一单。"},
		fault.English: {"Order expired", "Order {number} was not reviewed in time and has been closed. You can order again."},
	},
	OrderCancelled: {
		fault.Chinese: {"订单被取消", "订单 {number} 已由品牌方取消：{reason}"},
		fault.English: {"Order cancelled", "Order {number} was cancelled by the brand: {reason}"},
	},
	OrderShipped: {
		fault.Chinese: {"订单已发货", "订单 {number} 已全部发出，{carrier}，运单号 {tracking}。"},
		fault.English: {"Order shipped", "Order {number} has left completely with {carrier}, tracking number {tracking}."},
	},
	OrderPartlyShipped: {
		fault.Chinese: {"订单部分发货", "订单 {number} 已发出一部分，{carrier}，运单号 {tracking}。"},
		fault.English: {"Part of an order shipped", "A part of order {number} has left with {carrier}, tracking number {tracking}."},
	},
	CommentFromBrand: {
		fault.Chinese: {"订单有新留言", "{who} 在订单 {number} 留言：{text}"},
		fault.English: {"New comment on an order", "{who} wrote to order {number}: {text}"},
	},
	CommentFromDealer: {
		fault.Chinese: {"经销商留言", "{dealer} 的 {who} 在订单 {number} 留言：{text}"},
		fault.English: {"A dealer's comment", "{who} of {dealer} wrote to order {number}: {text}"},
	},
	ImportDone: {
		fault.Chinese: {"导入完成", "“{name}”已全部导入，共 {ok} 行。"},
		fault.English: {"Import finished", "All {ok} rows of “{name}” were imported."},
	},
	ImportPartly: {
		fault.Chinese: {"导入完成，部分行有误", "“{name}”导入 {ok} 行，{failed} 行有误，可下载错误文件修改后重新导入。"},
		fault.English: {"Import finished with errors", "“{name}”: {ok} rows imported, {failed} wrong. Download the error file, correct it and import it again."},
	},
	ImportFailed: {
		fault.Chinese: {"导入失败", "“{name}”没有导入，打开查看原因。"},
		fault.English: {"Import failed", "“{name}” was not imported. Open it to see why."},
	},
}

// Text is the message's title and sentence in a language.
func (m Message) Text(lang fault.Language) (title, text string) {
	w, known := words[m.Kind][lang]
	if !known {
		return m.DocID, ""
	}
	facts := []string{"{dealer}", ""}
	if m.Dealer != nil {
		facts[1] = m.Dealer.Name
	}
	for name, value := range m.Data {
		facts = append(facts, "{"+name+"}", value)
	}
	// In one pass: what a person typed is never taken for a word in braces.
	text = strings.NewReplacer(append(facts, "{reason}", "", "{text}", "")...).Replace(w.text)
	return w.title, strings.TrimRight(text, "：: ")
}
