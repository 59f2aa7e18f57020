package drawing_test

import (
	"bytes"
	"fmt"
	"testing"

	"qudao/internal/drawing"
	"qudao/internal/picture"
)

func TestADrawingIsTheSameEachTimeAndSafe(t *testing.T) {
	t.Parallel()
	for _, shape := range drawing.Shapes() {
		for style := range 4 {
			for _, finish := range []string{"雅白", "曜石黑", "没有的颜色"} {
				for _, side := range []bool{false, true} {
					s := drawing.Subject{Shape: shape, Style: style, Finish: finish, Count: style, Side: side}
					one := drawing.Draw(s)
					if !bytes.Equal(one, drawing.Draw(s)) {
						t.Errorf("%+v is drawn differently the second time", s)
					}
					p, err := picture.Read(one)
					if err != nil {
						t.Fatalf("%+v: %v", s, err)
					}
					// Nothing that was drawn falls to the rules of what is safe.
					if a, b := bytes.Count(one, []byte("=\"")), bytes.Count(p.Files[0].Content, []byte("=\"")); a+2 != b {
						t.Errorf("%+v: %d attributes became %d", s, a, b)
					}
					if len(one) > 24_000 {
						t.Errorf("%+v takes %d bytes", s, len(one))
					}
				}
			}
		}
	}
}

func TestSeriesFinishesAndCountsAreToldApart(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for style := range 8 {
		for _, finish := range []string{"雅白", "香槟金", "曜石黑"} {
			for count := 1; count <= 4; count++ {
				text := string(drawing.Draw(drawing.Subject{Shape: "switch", Style: style, Finish: finish, Count: count}))
				what := fmt.Sprint(style, finish, count)
				if other, ok := seen[text]; ok {
					t.Errorf("%s looks like %s", what, other)
				}
				seen[text] = what
			}
		}
	}
}
