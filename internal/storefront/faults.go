package storefront

import "qudao/internal/fault"

// The refusals about blocks.
var (
	ImageMissing    = fault.Define(fault.Invalid, "block_image_missing", "横幅需要一张图片。", "A banner needs a picture.")
	ProductsMissing = fault.Define(fault.Invalid, "block_products_missing", "请至少选择一个商品。", "Choose at least one product.")
	TooManyProducts = fault.Define(fault.Invalid, "block_products_too_many", "一行最多 {maximum} 个商品。", "A row has at most {maximum} products.")
	ProductRepeated = fault.Define(fault.Invalid, "block_product_repeated", "商品“{code}”重复。", "The product {code} is named twice.")
	EverybodyToo    = fault.Define(fault.Invalid, "block_everybody_and_some", "给全部经销商看的板块不能再指定客群。", "A block for everybody names no audience.")
	TargetMissing   = fault.Define(fault.Invalid, "block_audience_missing", "请选择给谁看。", "Say whom the block is for.")
	TooManyTargets  = fault.Define(fault.Invalid, "block_audiences_too_many", "一个板块最多指定 {maximum} 个客群。", "A block is for at most {maximum} audiences.")
	PeriodReversed  = fault.Define(fault.Invalid, "block_period_reversed", "结束时间必须晚于开始时间。", "A block must end after it begins.")
	TooManyBlocks   = fault.Define(fault.Refused, "blocks_too_many", "首页最多 {maximum} 个板块，请先移除不用的。", "The first page has at most {maximum} blocks. Remove some first.")
	OrderOvertaken  = fault.Define(fault.Conflict, "blocks_changed", "板块已被他人增减，请看过后再排。", "Blocks were added or removed meanwhile. Look again, then put them in order.")
)
