package secret

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Masks keep enough for people to tell their own contacts apart. What is empty stays empty, so that
// a page can show that a field is missing.

const stars = "****"

// Masked keeps the first three and the last four digits of a number of eleven or more (without the
// country code of China), the last four of one of eight to ten, nothing of a shorter one.
func (p Phone) Masked() string {
	if p == "" {
		return ""
	}
	digits := p.Digits()
	switch n := len(digits); {
	case n >= 11:
		return digits[:3] + stars + digits[n-4:]
	case n >= 8:
		return stars + digits[n-4:]
	default:
		return stars
	}
}

// Digits is the normal form of a number, by which it is found: its digits without the country code of China.
func (p Phone) Digits() string {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, string(p))
	if len(digits) == 13 {
		digits = strings.TrimPrefix(digits, "86")
	}
	return digits
}

// Masked keeps the first character: in a Chinese name the family name or its beginning.
func (n Name) Masked() string {
	name := strings.TrimSpace(string(n))
	if name == "" {
		return ""
	}
	return firstCharacter(name) + "*"
}

// Masked keeps the first character before the @ if there are more, and what stands after it.
func (e Email) Masked() string {
	if e == "" {
		return ""
	}
	at := strings.LastIndexByte(string(e), '@')
	if at < 0 {
		return hidden
	}
	local, domain := string(e[:at]), string(e[at:])
	if utf8.RuneCountInString(local) < 2 {
		return hidden + domain
	}
	return firstCharacter(local) + hidden + domain
}

// Masked keeps the last four letters or digits of a number that has at least eight.
func (b BankAccount) Masked() string { return ends(string(b), 0) }

// Masked keeps the first three and the last four characters of a number that has at least eleven, the last four of
// one that has at least eight.
func (n IdentityNumber) Masked() string { return ends(string(n), 3) }

// Masked keeps the first three and the last four characters of a number that has at least eleven, the last four of
// one that has at least eight.
func (n LicenceNumber) Masked() string { return ends(string(n), 3) }

// ends keeps so many characters at the beginning, and four at the end.
func ends(number string, first int) string {
	if number == "" {
		return ""
	}
	var kept []rune
	for _, r := range number {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			kept = append(kept, r)
		}
	}
	switch n := len(kept); {
	case n < 8:
		return stars
	case first == 0 || n < 11:
		return stars + string(kept[n-4:])
	default:
		return string(kept[:first]) + stars + string(kept[n-4:])
	}
}

func firstCharacter(text string) string {
	_, size := utf8.DecodeRuneInString(text)
	return text[:size]
}
