// Package cluster runs the private PostgreSQL of an installation, so that Qudao works on a machine
// where nobody has set up a database.
//
// It is: finding the server programs, making the cluster in the data folder, running it on a
// socket, and keeping it alive. It owns the data folder's postgres directory, its log, its
// locks and the socket folder. It does not own the schema (package migrations), nor how the
// program connects (package pg), and it has no part in an installation that sets DATABASE_URL.
//
// Always true:
//   - One process at a time is the owner: it holds the lock owner.lock, which the kernel frees when
//     the process dies in any way. Only the owner starts, restarts and stops the server.
//   - Everybody else who uses the server holds users.lock shared. The owner that closes first
//     leaves the server to them, and one of them becomes the owner; the last one stops it. Leaving is
//     decided one process at a time, under gate.lock.
//   - A server that an owner left behind by crashing is taken over, not started a second time.
//   - The server listens on a socket in a folder that only its operating system user may enter, and
//     never on TCP. That folder is the only gate: inside it every role is trusted.
//   - A cluster is UTF-8 and never has locale C, under which PostgreSQL does not know what a
//     Chinese character is.
//   - A folder that is not whole (a crash while making it) never gets the name postgres.
//
// As root the server runs as the operating system user postgres or, where there is none, nobody,
// because PostgreSQL refuses to run as root.
package cluster
