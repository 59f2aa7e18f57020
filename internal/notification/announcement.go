package notification

import (
	"strconv"
	"strings"
	"time"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/org"
)

// State says how far an announcement has come.
type State string

// The states of an announcement.
const (
	Draft     State = "draft"     // only staff sees it
	Published State = "published" // the dealers of its audiences see it within its period
	Withdrawn State = "withdrawn" // nobody but staff sees it any more
)

const (
	maxBody      = 5000 // characters of a text
	maxAudiences = 100  // of one announcement
)

// Announcement (公告) is what the brand tells dealers, as staff sees it.
type Announcement struct {
	ID          id.ID      `db:"id" json:"id"`
	Number      string     `db:"number" json:"number"`
	Title       string     `db:"title" json:"title"`
	Body        string     `db:"body" json:"body"` // plain paragraphs, one a line
	Everybody   bool       `db:"everybody" json:"everybody"`
	Audiences   []org.Ref  `db:"audiences" json:"audiences"` // any of them; none with Everybody
	Since       *time.Time `db:"since" json:"since"`         // nil: from its publication
	Until       *time.Time `db:"until" json:"until"`         // exclusive; nil: until it is withdrawn
	Pinned      bool       `db:"pinned" json:"pinned"`
	State       State      `db:"state" json:"state"`
	Version     int        `db:"version" json:"version"`
	CreatedAt   time.Time  `db:"created_at" json:"created_at"`
	CreatedBy   string     `db:"created_by" json:"created_by"`
	UpdatedAt   time.Time  `db:"updated_at" json:"updated_at"`
	PublishedAt *time.Time `db:"published_at" json:"published_at"`
	WithdrawnAt *time.Time `db:"withdrawn_at" json:"withdrawn_at"`
}

// AnnouncementInput is an announcement as it is given. A draft may be for nobody yet.
type AnnouncementInput struct {
	Title     string
	Body      string
	Everybody bool
	Audiences []string // codes
	Since     *time.Time
	Until     *time.Time
	Pinned    bool
}

// Validate names everything that is wrong with the input as such.
func (in AnnouncementInput) Validate() error {
	var wrong fault.Fields
	org.CheckName(&wrong, "title", in.Title)
	if strings.TrimSpace(in.Body) == "" {
		wrong.Add("body", org.Required)
	}
	org.CheckText(&wrong, "body", in.Body, maxBody)
	if in.Everybody && len(in.Audiences) > 0 {
		wrong.Add("audiences", EverybodyToo)
	}
	if len(in.Audiences) > maxAudiences {
		wrong.Add("audiences", TooManyTargets, "maximum", maxAudiences)
	}
	// To the microsecond, which is all that PostgreSQL keeps.
	if in.Since != nil && in.Until != nil && in.Until.UnixMicro() <= in.Since.UnixMicro() {
		wrong.Add("until", PeriodReversed)
	}
	return wrong.Err()
}

// normal is the input without what nobody sees: space around the text, and more than one empty line in it.
func (in AnnouncementInput) normal() AnnouncementInput {
	in.Title = strings.TrimSpace(in.Title)
	var lines []string
	for line := range strings.SplitSeq(strings.ReplaceAll(in.Body, "\r", ""), "\n") {
		if line = strings.TrimRight(line, " \t"); line != "" || len(lines) > 0 && lines[len(lines)-1] != "" {
			lines = append(lines, line)
		}
	}
	in.Body = strings.TrimSpace(strings.Join(lines, "\n"))
	return in
}

func audiencePath(i int) string { return "audiences[" + strconv.Itoa(i) + "]" }
