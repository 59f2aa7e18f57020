package qty

import "qudao/internal/fault"

// What can be wrong with the text of a quantity. The fact "maximum" is the bound that was passed.
var (
	ErrInvalid = fault.Define(fault.Invalid, "quantity_invalid",
		"数量须为普通数字，如 12 或 1.5。",
		"A quantity is a plain number, such as 12 or 1.5.")
	ErrTooPrecise = fault.Define(fault.Invalid, "quantity_too_precise",
		"数量最多三位小数。",
		"A quantity has at most three decimals.")
	ErrOutOfRange = fault.Define(fault.Invalid, "quantity_out_of_range",
		"数量过大，绝对值不能超过 {maximum}。",
		"The quantity is too large: at most {maximum} in either direction.")
)

// What can be wrong with a quantity somebody orders. The facts are those of Rule.Check.
var (
	ErrNotPositive = fault.Define(fault.Invalid, "quantity_not_positive",
		"数量必须大于零，最近的可订数量：{nearest}。",
		"The quantity must be above zero. Nearest right quantity: {nearest}.")
	ErrTooLarge = fault.Define(fault.Invalid, "quantity_too_large",
		"数量不能超过 {maximum}，最近的可订数量：{nearest}。",
		"The quantity must be at most {maximum}. Nearest right quantity: {nearest}.")
	ErrBelowMinimum = fault.Define(fault.Refused, "quantity_below_minimum",
		"数量不能少于 {minimum}，最近的可订数量：{nearest}。",
		"The quantity must be at least {minimum}. Nearest right quantity: {nearest}.")
	ErrNotMultiple = fault.Define(fault.Refused, "quantity_not_multiple",
		"数量必须是 {multiple} 的整数倍，最近的可订数量：{nearest}。",
		"The quantity must be a multiple of {multiple}. Nearest right quantities: {nearest}.")
)
