package report

import "qudao/internal/fault"

// PeriodWrong refuses figures over a number of days that nobody keeps.
var PeriodWrong = fault.Define(fault.Invalid, "period_wrong", "天数应在 {low} 与 {high} 之间。", "The number of days must lie between {low} and {high}.")
