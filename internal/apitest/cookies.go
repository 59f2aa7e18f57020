package apitest

import (
	"net/http"
	"net/url"
)

// insecure keeps Secure cookies of plain HTTP on this machine, as browsers do for loopback addresses.
type insecure struct{ http.CookieJar }

func asTLS(u *url.URL) *url.URL {
	out := *u
	out.Scheme = "https"
	return &out
}

// SetCookies keeps cookies.
func (j insecure) SetCookies(u *url.URL, cookies []*http.Cookie) {
	j.CookieJar.SetCookies(asTLS(u), cookies)
}

// Cookies returns what is sent to an address.
func (j insecure) Cookies(u *url.URL) []*http.Cookie { return j.CookieJar.Cookies(asTLS(u)) }
