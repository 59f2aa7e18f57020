package cluster

import "qudao/internal/fault"

// What can stand in the way of a private PostgreSQL. Each sentence says what to do.
var (
	NotFound = fault.Define(fault.Internal, "postgres_not_found",
		"没有找到 PostgreSQL 15 或更高版本。请安装（Debian：apt-get install postgresql-15），或设置 DATABASE_URL。",
		"No PostgreSQL 15 or newer found. Install it (Debian: apt-get install postgresql-15) or set DATABASE_URL.")
	TooOld = fault.Define(fault.Internal, "postgres_too_old",
		"{folder} 中的 PostgreSQL {version} 版本过低，需要 15 或更高版本。请安装新版本（Debian：apt-get install postgresql-15），或设置 DATABASE_URL。",
		"PostgreSQL {version} in {folder} is too old, 15 or newer is needed. Install it (Debian: apt-get install postgresql-15) or set DATABASE_URL.")
	BadPrograms = fault.Define(fault.Internal, "postgres_programs_unusable",
		"{folder} 中没有可用的 postgres 和 initdb（{reason}）。请更正 QUDAO_PG_BIN，或取消设置。",
		"The folder {folder} has no working postgres and initdb ({reason}). Correct QUDAO_PG_BIN or unset it.")
	OtherMajor = fault.Define(fault.Internal, "postgres_other_major",
		"{data} 中的数据由 PostgreSQL {made} 建立，但本机只找到 {found}。请安装 PostgreSQL {made}，或用 pg_upgrade 升级数据。",
		"The data in {data} was made by PostgreSQL {made}, but only {found} was found. Install PostgreSQL {made} or upgrade the data with pg_upgrade.")
	NoAccount = fault.Define(fault.Internal, "postgres_no_account",
		"PostgreSQL 不能以 root 运行，而系统中没有用户 postgres 或 nobody。请创建用户（useradd --system postgres），或以普通用户运行 Qudao。",
		"PostgreSQL cannot run as root and there is no operating system user postgres or nobody. Create one (useradd --system postgres) or run Qudao as an ordinary user.")
	NotAllowed = fault.Define(fault.Internal, "postgres_account_denied",
		"无法以系统用户 {account} 启动程序（{reason}）。请以普通用户运行 Qudao，或设置 DATABASE_URL。",
		"Programs cannot be started as the operating system user {account} ({reason}). Run Qudao as an ordinary user or set DATABASE_URL.")
	FolderClosed = fault.Define(fault.Internal, "postgres_folder_closed",
		"运行 PostgreSQL 的系统用户 {account} 无法进入文件夹 {folder}。请把 {setting} 设为该用户可进入的文件夹，例如 {example}。",
		"The operating system user {account}, who runs PostgreSQL, may not enter the folder {folder}. Set {setting} to a folder that this user may enter, such as {example}.")
	FolderUnusable = fault.Define(fault.Internal, "data_folder_unusable",
		"数据文件夹 {folder} 无法使用（{reason}）。请更正其权限，或把 QUDAO_DATA 设为其他文件夹。",
		"The data folder {folder} cannot be used ({reason}). Correct its permissions or set QUDAO_DATA to another folder.")
	FolderForeign = fault.Define(fault.Internal, "data_folder_foreign",
		"数据文件夹 {folder} 属于系统用户 {owner}。请以该用户或 root 运行 Qudao，或把 QUDAO_DATA 设为其他文件夹。",
		"The data folder {folder} belongs to the operating system user {owner}. Run Qudao as that user or as root, or set QUDAO_DATA to another folder.")
	SocketForeign = fault.Define(fault.Internal, "postgres_socket_foreign",
		"套接字文件夹 {folder} 属于他人（{owner}）。请删除它，或把 TMPDIR 设为其他文件夹。",
		"The socket folder {folder} belongs to somebody else ({owner}). Remove it or set TMPDIR to another folder.")
	NotMade = fault.Define(fault.Internal, "postgres_not_made",
		"无法在 {folder} 中建立 PostgreSQL 数据库：{reason}。请排除该原因后重试，或设置 DATABASE_URL。",
		"PostgreSQL could not make its data in {folder}: {reason}. Remove that cause and try again, or set DATABASE_URL.")
	NotStarted = fault.Define(fault.Internal, "postgres_not_started",
		"PostgreSQL 无法启动：{reason}。详见 {log}。",
		"PostgreSQL did not start: {reason}. See {log}.")
	NoAnswer = fault.Define(fault.Internal, "postgres_no_answer",
		"{data} 的 PostgreSQL（进程 {pid}）在运行但没有应答。请用 kill -QUIT {pid} 结束它后重试。",
		"The PostgreSQL of {data} (process {pid}) is alive but does not answer. End it with kill -QUIT {pid} and try again.")
	NotStopped = fault.Define(fault.Internal, "postgres_not_stopped",
		"PostgreSQL（进程 {pid}）没有停止。请用 kill -QUIT {pid} 结束它；下次启动时会自动恢复数据。",
		"PostgreSQL (process {pid}) did not stop. End it with kill -QUIT {pid}; the next start recovers the data.")
	LocaleC = fault.Define(fault.Internal, "postgres_locale_c",
		"{data} 的数据库区域设置为 {locale}，无法正确处理中文。请导出数据，并在以 C.UTF-8 建立的数据库中恢复。",
		"The database in {data} has the locale {locale}, under which Chinese text cannot be searched. Dump it and restore it into one made with C.UTF-8.")
	InUse = fault.Define(fault.Conflict, "data_folder_in_use",
		"数据文件夹 {folder} 正被另一个 Qudao 进程使用。请先停止该进程。",
		"The data folder {folder} is in use by another Qudao process. Stop that one first.")
)
