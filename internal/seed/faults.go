package seed

import "qudao/internal/fault"

// NotEmpty refuses to load the demo brand beside another one.
var NotEmpty = fault.Define(fault.Conflict, "seed_not_empty", "数据库中已有品牌数据，不能再导入演示品牌。", "The database holds a brand already; the demo brand is loaded into an empty one only.")
