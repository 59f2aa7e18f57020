package mail

import "qudao/internal/fault"

// NoOutbox is the answer of an installation that sends its letters: nothing is kept to be read.
var NoOutbox = fault.Define(fault.Missing, "outbox_missing", "本系统通过邮件服务器发送邮件，没有本地发件箱。", "This installation sends by a mail server and has no local outbox.")
