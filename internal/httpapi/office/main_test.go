package office_test

import (
	"os"
	"testing"

	"qudao/internal/render"
)

// TestMain lets this program be the process that reads uploads.
func TestMain(m *testing.M) {
	render.Child()
	os.Exit(m.Run())
}
