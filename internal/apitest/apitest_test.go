package apitest_test

import (
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/httpapi"
)

func TestTheBrandIsThere(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	for _, username := range []string{"admin", "desk", "warehouse", "product", "price", "rep1", "rep2", "auditor"} {
		s.Office(username).Get("/me").OK()
	}
	for _, username := range []string{"dealer1", "dealer2", "dealer3"} {
		s.Portal(username).Get("/me").OK()
	}
	s.Anonymous(httpapi.Portal).Get("/me").Refused(401, "session_missing")
	s.Settle()
}

func TestASecondServerOfTheSameBrandIsItsOwn(t *testing.T) {
	t.Parallel()
	one, two := apitest.Start(t), apitest.StartWith(t, apitest.Config{Empty: true})
	one.Portal("dealer1")
	two.Anonymous(httpapi.Portal).Post("/session", map[string]string{"username": "dealer1", "password": apitest.Password}).Refused(401, "login_wrong")
}
