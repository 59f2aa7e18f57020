package purchasing

import "qudao/internal/fault"

// The refusals of this package.
var (
	CartFull = fault.Define(fault.Refused, "cart_full", "购物车最多 {limit} 行。", "A cart holds at most {limit} lines.")

	PricesHidden = fault.Define(fault.Refused, "prices_hidden", "您的账号不显示价格，不能按价格排序。", "Your account shows no prices, so it cannot sort by them.")

	ListFull     = fault.Define(fault.Refused, "shopping_list_full", "一份清单最多 {limit} 种商品。", "A shopping list holds at most {limit} goods.")
	TooManyLists = fault.Define(fault.Refused, "too_many_shopping_lists", "您最多可以有 {limit} 份清单，请先删除不用的。", "You can have at most {limit} shopping lists. Delete one that you no longer use.")
	ListRepeats  = fault.Define(fault.Invalid, "shopping_list_repeats", "商品 {sku} 在清单中出现多次。", "{sku} occurs more than once in the list.")
	ListOfOther  = fault.Define(fault.Denied, "shopping_list_of_other", "只有创建清单的人可以把它改为仅自己可见。", "Only who made the list can keep it to themselves.")
	ListChanged  = fault.Define(fault.Conflict, "shopping_list_changed", "清单刚刚被他人修改，请查看最新内容后再保存。", "Somebody has just changed the list. Look at it as it is now and save again.")
)
