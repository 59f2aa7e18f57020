package app

import (
	"fmt"
	"io"
	"net"
	"strings"
	"text/tabwriter"
)

// announce tells the person who started the server where it is, and how to get in.
func announce(out io.Writer, address string, logins []Login) {
	base := "http://" + reachable(address)
	fmt.Fprintf(out, "Qudao is ready.\n  dealers  %s/\n  staff    %s/office/\n", base, base)
	if len(logins) == 0 {
		return
	}
	fmt.Fprintln(out, "\nSign in to the demo brand with:")
	table := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	for _, l := range logins {
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\n", base+l.Path, l.Username, l.Password, l.Role)
	}
	_ = table.Flush() // a terminal that has gone needs no table
}

// reachable is an address that a browser on this machine can open.
func reachable(address string) string {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return address
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	return host + ":" + port
}
