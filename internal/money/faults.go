package money

import "qudao/internal/fault"

// What can be wrong with money that comes from outside, or with a product of numbers that were each
// right alone. The fact "maximum" is the bound that was passed.
var (
	ErrAmountInvalid = fault.Define(fault.Invalid, "amount_invalid",
		"金额须为十进制数字，最多两位小数，如 1234.50。",
		"An amount is a decimal number with at most two decimals, such as 1234.50.")
	ErrAmountTooLarge = fault.Define(fault.Invalid, "amount_too_large",
		"金额过大，绝对值不能超过 {maximum}。",
		"The amount is too large: at most {maximum} in either direction.")
	ErrPriceInvalid = fault.Define(fault.Invalid, "price_invalid",
		"单价须为十进制数字，最多六位小数，如 12.3456。",
		"A unit price is a decimal number with at most six decimals, such as 12.3456.")
	ErrPriceTooLarge = fault.Define(fault.Invalid, "price_too_large",
		"单价过大，绝对值不能超过 {maximum}。",
		"The unit price is too large: at most {maximum} in either direction.")
	ErrRateInvalid = fault.Define(fault.Invalid, "rate_invalid",
		"税率须为 0 到 {maximum} 之间的整数，单位为万分之一，如 1300 表示 13%。",
		"A tax rate is a whole number of basis points from 0 to {maximum}: 1300 is 13 %.")
)
