package identity

import "strings"

// Device is what a session runs on, as its program says of itself. It is for people to know their own
// devices by, nothing is decided on it.
type Device struct {
	Kind    string `json:"kind" enum:"phone,tablet,computer,program"`
	System  string `json:"system,omitempty"`  // "Windows", empty where it is not known
	Browser string `json:"browser,omitempty"` // "Chrome", empty where it is not known
}

// word is what a program's name of itself contains, and what that means. The first that fits counts: many
// name others beside themselves.
type word struct{ has, means string }

var systems = []word{{"HarmonyOS", "HarmonyOS"}, {"OpenHarmony", "HarmonyOS"}, {"iPhone", "iOS"}, {"iPad", "iPadOS"}, {"Android", "Android"},
	{"Windows", "Windows"}, {"Macintosh", "macOS"}, {"CrOS", "ChromeOS"}, {"Linux", "Linux"}}

var browsers = []word{{"MicroMessenger", "微信"}, {"DingTalk", "钉钉"}, {"QQBrowser", "QQ 浏览器"}, {"Edg", "Edge"}, {"OPR/", "Opera"}, {"Firefox", "Firefox"},
	{"FxiOS", "Firefox"}, {"CriOS", "Chrome"}, {"HeadlessChrome", "Chrome"}, {"Chrome", "Chrome"}, {"Safari", "Safari"}}

// DeviceOf reads a User-Agent.
func DeviceOf(agent string) Device {
	d := Device{System: meaning(systems, agent), Browser: meaning(browsers, agent)}
	switch {
	case !strings.HasPrefix(agent, "Mozilla/"):
		return Device{Kind: "program"}
	case strings.Contains(agent, "iPad") || strings.Contains(agent, "Tablet") || strings.Contains(agent, "Android") && !strings.Contains(agent, "Mobile"):
		d.Kind = "tablet"
	case strings.Contains(agent, "Mobile") || strings.Contains(agent, "iPhone"):
		d.Kind = "phone"
	default:
		d.Kind = "computer"
	}
	return d
}

func meaning(words []word, agent string) string {
	for _, w := range words {
		if strings.Contains(agent, w.has) {
			return w.means
		}
	}
	return ""
}
