package setup

import "qudao/internal/fault"

// Done refuses to set up an installation that has staff.
var Done = fault.Define(fault.Conflict, "setup_done", "系统中已有员工，不能再次初始化。", "This installation has staff already; it is set up once.")
