package demo

import (
	"fmt"
	"strings"
)

// Alphabets of the codes: an organisation code (GB 11714) uses all letters, a unified social credit
// code (GB 32100) leaves out I, O, S, V and Z.
const (
	organisationAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	creditAlphabet       = "0123456789ABCDEFGHJKLMNPQRTUWXY"
)

// barcode is the EAN-13 of item n, all under one prefix at the end of the range for China (690 to
// 699). It has room for 100,000,000 items.
func barcode(n int) string {
	body := fmt.Sprintf("6999%08d", n)
	return body + string(rune('0'+eanCheck(body)))
}

// eanCheck is the check digit over the first twelve digits.
func eanCheck(body string) int {
	sum := 0
	for i, digit := range body[:12] {
		weight := 1 + 2*(i%2)
		sum += int(digit-'0') * weight
	}
	return (10 - sum%10) % 10
}

// creditCode is the unified social credit code of an enterprise ('1') or a self-employed person
// ('2') registered in a region. The serial must be below 31^6.
func creditCode(kind byte, region, serial int) string {
	organisation := []byte("MA000000")
	for i := 7; i > 1; i-- {
		organisation[i] = creditAlphabet[serial%31]
		serial /= 31
	}
	body := fmt.Sprintf("9%c%06d%s%c", kind, region, organisation, organisationCheck(string(organisation)))
	return body + string(creditCheck(body))
}

// organisationCheck is the check character of GB 11714 over eight characters.
func organisationCheck(body string) byte {
	sum := 0
	for i, weight := range []int{3, 7, 9, 10, 5, 8, 4, 2} {
		sum += strings.IndexByte(organisationAlphabet, body[i]) * weight
	}
	switch check := 11 - sum%11; check {
	case 10:
		return 'X'
	case 11:
		return '0'
	default:
		return byte('0' + check)
	}
}

// creditCheck is the check character of GB 32100 over seventeen characters.
func creditCheck(body string) byte {
	sum, weight := 0, 1
	for i := range 17 {
		sum += strings.IndexByte(creditAlphabet, body[i]) * weight
		weight = weight * 3 % 31
	}
	return creditAlphabet[(31-sum%31)%31]
}

// phone is mobile number n under the prefix 160, so that it is seen to be invented. The factor has no divisor in
// common with the modulus, so that two numbers below it never meet.
func phone(n int) string { return fmt.Sprintf("160%08d", (n*7_368_787+13_579_246)%100_000_000) }
